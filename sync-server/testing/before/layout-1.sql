-- A school as the program wrote it before buckets had a layout number: familySchool(2), two lessons, a pupil's day.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO migration VALUES(1,'first');
INSERT INTO migration VALUES(2,'accounts');
INSERT INTO migration VALUES(3,'devices');
INSERT INTO migration VALUES(4,'notes');
INSERT INTO migration VALUES(5,'proofs');
INSERT INTO migration VALUES(6,'staged-versions');
CREATE TABLE school (
      key INTEGER NOT NULL PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      number INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
INSERT INTO school VALUES(1,'TEST0001',38,'ddbeb0775b9a9af0562d66be35a7eda4e3fa344ad508eeecbeb97c94bf05dae2');
CREATE TABLE collection_head (
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      PRIMARY KEY (school, collection)
    ) STRICT, WITHOUT ROWID;
INSERT INTO collection_head VALUES(1,'attendance',38);
INSERT INTO collection_head VALUES(1,'lessons',37);
INSERT INTO collection_head VALUES(1,'roster',35);
INSERT INTO collection_head VALUES(1,'settings',2);
INSERT INTO collection_head VALUES(1,'timetable',17);
CREATE TABLE history (
      place INTEGER NOT NULL PRIMARY KEY,
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      entry TEXT NOT NULL,
      device TEXT NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'merged', 'overruled')),
      -- Place of the version before of the same record.
      previous INTEGER,
      hash TEXT NOT NULL,
      json TEXT NOT NULL
    ) STRICT;
INSERT INTO history VALUES(4294967297,1,'settings','00000000-0000-7000-8000-000000000013','server','stored',NULL,'487e6139cb5a63d546848365b6b0e219295b8438e13762431b0968348a0bd31b','{"id":"school","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000013","recordedAt":"2026-09-01T08:00:00.000Z","kind":"school","name":"Scuola di prova","ministryCode":"","levels":["lowerSecondary"],"city":"Modena","address":"","phone":"","email":"","policies":{"signingWindow":"free","shortLateMinutes":10,"entriesPerDay":1,"exitsPerDay":1,"studentAccess":"secondaryOnly","idleLockMinutes":10},"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967298,1,'settings','00000000-0000-7000-8000-000000000014','server','stored',NULL,'e3a6b088290469b35a459671a073664f7f24362d1ed3da829b76c17fa4c77012','{"id":"year.2026","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000014","recordedAt":"2026-09-01T08:00:00.000Z","kind":"schoolYear","startYear":2026,"lessonsFrom":"2026-09-15","lessonsTo":"2027-06-05","periods":[{"name":"Anno","from":"2026-09-15","to":"2027-06-05"}],"restDays":[],"closures":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967299,1,'timetable','00000000-0000-7000-8000-000000000015','server','stored',NULL,'22730b43b74cabe646249235caf0620815ca4120f6a381c5c103ff9d36ad936a','{"id":"bell","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000015","recordedAt":"2026-09-01T08:00:00.000Z","kind":"bellScheme","name":"Orario","validFrom":"2026-09-01","validTo":"2027-08-31","weekdays":[1,2,3,4,5,6],"levels":[],"hours":[{"hour":1,"start":"08:00","end":"09:00","halfUnits":2},{"hour":2,"start":"09:00","end":"10:00","halfUnits":2},{"hour":3,"start":"10:00","end":"11:00","halfUnits":2},{"hour":4,"start":"11:00","end":"12:00","halfUnits":2},{"hour":5,"start":"12:00","end":"13:00","halfUnits":2},{"hour":6,"start":"13:00","end":"14:00","halfUnits":2}],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967300,1,'roster','00000000-0000-7000-8000-000000000016','server','stored',NULL,'70adfedabef5c6ca4be5bf4ff95fefbfa93ec2c1e07376abf6c480bc8fcbb4c8','{"id":"2026.LS.1A","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000016","recordedAt":"2026-09-01T08:00:00.000Z","kind":"class","startYear":2026,"level":"lowerSecondary","year":1,"section":"A","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967301,1,'roster','00000000-0000-7000-8000-000000000017','server','stored',NULL,'a4aae85fb2a9c55ab6f7449db19f1b50abee9b8c6d3772bee668fdff34839821','{"id":"2026.LS.1B","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000017","recordedAt":"2026-09-01T08:00:00.000Z","kind":"class","startYear":2026,"level":"lowerSecondary","year":1,"section":"B","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967302,1,'roster','00000000-0000-7000-8000-000000000018','server','stored',NULL,'511e80bd0185f1995c5d8223521826dcbc788ffa0b6efdc6d6eca57095e3f8a3','{"id":"matematica","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000018","recordedAt":"2026-09-01T08:00:00.000Z","kind":"subject","name":"Matematica","shortName":"Mat","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967303,1,'roster','00000000-0000-7000-8000-000000000019','server','stored',NULL,'e905bdbc6878803a9b3fbf6af53292d1e5ff54f363e4b4aa4558828345932963','{"id":"storia","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000019","recordedAt":"2026-09-01T08:00:00.000Z","kind":"subject","name":"Storia","shortName":"Sto","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967304,1,'roster','00000000-0000-7000-8000-000000000020','server','stored',NULL,'8650f0ee6306b7161c8aea8fceebec442b12f618fa143b1780af5086d0cc835a','{"id":"staff-anna","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000020","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"staff","surname":"Prova","givenName":"Anna","roles":["teacher"],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967305,1,'roster','00000000-0000-7000-8000-000000000021','server','stored',NULL,'8ceecbeed7b7595bca953dc7418a621bc6e438ad623b997bbe7e60200c0319d5','{"id":"staff-bruno","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000021","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"staff","surname":"Prova","givenName":"Bruno","roles":["teacher"],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967306,1,'roster','00000000-0000-7000-8000-000000000022','server','stored',NULL,'b2abf63fcfec730fcf0622dbc14ba17753c4f52ad602d614740cfd3441b7c09b','{"id":"staff-carla","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000022","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"staff","surname":"Prova","givenName":"Carla","roles":["teacher"],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967307,1,'roster','00000000-0000-7000-8000-000000000023','server','stored',NULL,'e254b817e33a6b1553b2834bd79a5fcb70d8af243468d01cefbbad76e68fa2ed','{"id":"staff-office","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000023","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"staff","surname":"Prova","givenName":"Olga","roles":["office"],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967308,1,'roster','00000000-0000-7000-8000-000000000024','server','stored',NULL,'0d9984e9c635842c27dc00401dc44d3b87e544819b7566db98847ce7074d8255','{"id":"staff-principal","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000024","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"staff","surname":"Prova","givenName":"Pia","roles":["principal"],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967309,1,'roster','00000000-0000-7000-8000-000000000025','server','stored',NULL,'9ac29a5e4a671c9d967bf4846c3716928c51ece0aada9378ebdf62c90c4adf00','{"id":"staff-ata","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000025","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"staff","surname":"Prova","givenName":"Aldo","roles":["ata"],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967310,1,'roster','00000000-0000-7000-8000-000000000026','server','stored',NULL,'2454460044d027092677777d04675de1299c60f3a9fbd7d82131478978c25d3b','{"id":"staff-anna.2026.LS.1A.matematica","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000026","recordedAt":"2026-09-01T08:00:00.000Z","kind":"assignment","teacher":"staff-anna","class":"2026.LS.1A","subject":"matematica","type":"ordinary","from":"2026-09-01","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967311,1,'roster','00000000-0000-7000-8000-000000000027','server','stored',NULL,'7e3a5fe5e2cae8ef801204e6d7bebd837ae45a84f4744294711574b4735cc5c3','{"id":"staff-carla.2026.LS.1A.storia","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000027","recordedAt":"2026-09-01T08:00:00.000Z","kind":"assignment","teacher":"staff-carla","class":"2026.LS.1A","subject":"storia","type":"ordinary","from":"2026-09-01","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967312,1,'roster','00000000-0000-7000-8000-000000000028','server','stored',NULL,'0d885e568220aaf1dfbd0525cf3d29c6fd10f500f1705ff44941594a3067c1ca','{"id":"staff-bruno.2026.LS.1B.matematica","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000028","recordedAt":"2026-09-01T08:00:00.000Z","kind":"assignment","teacher":"staff-bruno","class":"2026.LS.1B","subject":"matematica","type":"ordinary","from":"2026-09-01","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967313,1,'timetable','00000000-0000-7000-8000-000000000029','server','stored',NULL,'56ab22dc4e133d00bea37fe8b1d1f723291856e673de9f350e2cf4936b8a541f','{"id":"2026.LS.1A.1.2.2026-09-01","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000029","recordedAt":"2026-09-01T08:00:00.000Z","kind":"timetableEntry","class":"2026.LS.1A","weekday":1,"hour":2,"subject":"matematica","teachers":["staff-anna"],"validFrom":"2026-09-01","validTo":"2027-06-08","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967314,1,'roster','00000000-0000-7000-8000-000000000001','server','stored',NULL,'d8aabf469ce7cf9f08176f85a9a2856a473905e279b02a0d3813d5b39b7c3d56','{"id":"pupil-2026.LS.1A-1","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000001","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"pupil","surname":"Alunno","givenName":"pupil-2026.LS.1A-1","roles":[],"classes":["2026.LS.1A"],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967315,1,'roster','00000000-0000-7000-8000-000000000002','server','stored',NULL,'912861ad65f023cbe778bc6002ebc219376a6e8972f755304b276d9e424f505e','{"id":"pupil-2026.LS.1A-1.2026.LS.1A.2026-09-15","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000002","recordedAt":"2026-09-01T08:00:00.000Z","kind":"enrolment","pupil":"pupil-2026.LS.1A-1","class":"2026.LS.1A","from":"2026-09-15","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967316,1,'roster','00000000-0000-7000-8000-000000000003','server','stored',NULL,'ed682194f79d9b03fe5e2a6a8f0f156eab974818101dcd678d82895da9792b5b','{"id":"pupil-2026.LS.1A-1.data","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000003","recordedAt":"2026-09-01T08:00:00.000Z","kind":"personalData","person":"pupil-2026.LS.1A-1","emails":[],"phones":[],"children":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967317,1,'roster','00000000-0000-7000-8000-000000000004','server','stored',NULL,'93c13221aebe36f86c6520342eb509b6bc3fa725c5da3f93ecfd049c1f35779b','{"id":"pupil-2026.LS.1A-2","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000004","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"pupil","surname":"Alunno","givenName":"pupil-2026.LS.1A-2","roles":[],"classes":["2026.LS.1A"],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967318,1,'roster','00000000-0000-7000-8000-000000000005','server','stored',NULL,'c0b3ee19b90f298fcf4889d629f09e1df5fd02a9dade549d588ad6c27c52a345','{"id":"pupil-2026.LS.1A-2.2026.LS.1A.2026-09-15","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000005","recordedAt":"2026-09-01T08:00:00.000Z","kind":"enrolment","pupil":"pupil-2026.LS.1A-2","class":"2026.LS.1A","from":"2026-09-15","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967319,1,'roster','00000000-0000-7000-8000-000000000006','server','stored',NULL,'c25a6f26a08ecc2a5c26aa6e61b4061a77a4eaf8bbd3ec9f7d50d001d2bc1f33','{"id":"pupil-2026.LS.1A-2.data","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000006","recordedAt":"2026-09-01T08:00:00.000Z","kind":"personalData","person":"pupil-2026.LS.1A-2","emails":[],"phones":[],"children":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967320,1,'roster','00000000-0000-7000-8000-000000000007','server','stored',NULL,'e4a0c88d3feb458a7a29b724a4668adaed478920c73ecb3baf6fb15f4361e098','{"id":"pupil-2026.LS.1B-1","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000007","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"pupil","surname":"Alunno","givenName":"pupil-2026.LS.1B-1","roles":[],"classes":["2026.LS.1B"],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967321,1,'roster','00000000-0000-7000-8000-000000000008','server','stored',NULL,'23d029a8fdc12e733c2c942f400c4e6c779e0a87d209ecc5dd01b370c4a8b237','{"id":"pupil-2026.LS.1B-1.2026.LS.1B.2026-09-15","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000008","recordedAt":"2026-09-01T08:00:00.000Z","kind":"enrolment","pupil":"pupil-2026.LS.1B-1","class":"2026.LS.1B","from":"2026-09-15","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967322,1,'roster','00000000-0000-7000-8000-000000000009','server','stored',NULL,'d50749acf39e3f1d384bb2b858277a542372f01d6faa1bf3e8cfb9c937342c27','{"id":"pupil-2026.LS.1B-1.data","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000009","recordedAt":"2026-09-01T08:00:00.000Z","kind":"personalData","person":"pupil-2026.LS.1B-1","emails":[],"phones":[],"children":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967323,1,'roster','00000000-0000-7000-8000-000000000010','server','stored',NULL,'eeeadb0404782d4bb1a14362ba35423c27df520cd311019ae99cde17d1e79b94','{"id":"pupil-2026.LS.1B-2","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000010","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"pupil","surname":"Alunno","givenName":"pupil-2026.LS.1B-2","roles":[],"classes":["2026.LS.1B"],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967324,1,'roster','00000000-0000-7000-8000-000000000011','server','stored',NULL,'bcc4c5398706e5ec6201c836bd4f6f2abe16ca6fe1acb3194646afa05c8aed55','{"id":"pupil-2026.LS.1B-2.2026.LS.1B.2026-09-15","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000011","recordedAt":"2026-09-01T08:00:00.000Z","kind":"enrolment","pupil":"pupil-2026.LS.1B-2","class":"2026.LS.1B","from":"2026-09-15","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967325,1,'roster','00000000-0000-7000-8000-000000000012','server','stored',NULL,'f1fd44d1c22bceab2e8fd32e6e34ef5b8ae0fb215278e7cc04c5a760d46573dc','{"id":"pupil-2026.LS.1B-2.data","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000012","recordedAt":"2026-09-01T08:00:00.000Z","kind":"personalData","person":"pupil-2026.LS.1B-2","emails":[],"phones":[],"children":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967326,1,'roster','00000000-0000-7000-8000-000000000030','server','stored',NULL,'e111e8adb21905d46cbd43f7a18c660f1ea5b3ed8a560e693459816d4a4409e6','{"id":"guardian-marta","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000030","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"guardian","surname":"Genitore","givenName":"Marta","roles":[],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967327,1,'roster','00000000-0000-7000-8000-000000000031','server','stored',NULL,'c2222ed759d742f4a905dc22cb4a2277f888755dd1fcfafd25b96b0eb7554e00','{"id":"guardian-marta.data","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000031","recordedAt":"2026-09-01T08:00:00.000Z","kind":"personalData","person":"guardian-marta","emails":["non un indirizzo","Marta@Example.it"],"phones":[],"children":[{"pupil":"pupil-2026.LS.1A-1","guardian":"first"},{"pupil":"pupil-2026.LS.1B-1","guardian":"first"}],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967328,1,'roster','00000000-0000-7000-8000-000000000032','server','stored',NULL,'783359e0af3d81ebe6fd32ebea8af9cd004a4105c1347c5d17308c19ebbe40ea','{"id":"guardian-nino","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000032","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"guardian","surname":"Genitore","givenName":"Nino","roles":[],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967329,1,'roster','00000000-0000-7000-8000-000000000033','server','stored',NULL,'d4e6e9bde10bfafe218e7e661166c386f2123c73757ecf3dcb770df14814507d','{"id":"guardian-nino.data","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000033","recordedAt":"2026-09-01T08:00:00.000Z","kind":"personalData","person":"guardian-nino","emails":["nino@example.it"],"phones":[],"children":[{"pupil":"pupil-2026.LS.1A-1","guardian":"second"}],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967330,1,'roster','00000000-0000-7000-8000-000000000034','server','stored',NULL,'3af58be8aa0dcced89ee192f4b8882fa7c4f479eeb9af1e1df8e0d549334d4ea','{"id":"guardian-olivia","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000034","recordedAt":"2026-09-01T08:00:00.000Z","kind":"person","type":"guardian","surname":"Genitore","givenName":"Olivia","roles":[],"classes":[],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967331,1,'roster','00000000-0000-7000-8000-000000000035','server','stored',NULL,'38f1d461a21b2683c2b3c212182c5bb5c8ed5e2365337816d69b6d9a671f9373','{"id":"guardian-olivia.data","school":"TEST0001","author":"staff-office","entry":"00000000-0000-7000-8000-000000000035","recordedAt":"2026-09-01T08:00:00.000Z","kind":"personalData","person":"guardian-olivia","emails":[],"phones":[],"children":[{"pupil":"pupil-2026.LS.1A-2","guardian":"first"}],"receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967332,1,'lessons','00000000-0000-7000-8000-000000000036','PC','stored',NULL,'0e558a4aaa765c3b2b5f409e5f641afe48df9af08ff5a52cea0503870b330b6b','{"id":"2026-11-23.1.2026.LS.1A","school":"TEST0001","author":"staff-anna","entry":"00000000-0000-7000-8000-000000000036","kind":"lesson","recordedAt":"2026-11-23T08:30:00.000Z","day":"2026-11-23","hour":1,"class":"2026.LS.1A","signatures":[{"teacher":"staff-anna","type":"ordinary","subject":"matematica","signedAt":"2026-11-23T08:30:00.000Z"}],"topic":"Le frazioni","activity":"","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967333,1,'lessons','00000000-0000-7000-8000-000000000037','PC','stored',NULL,'e182282fda85fbd4d22044021ce90914d6e5f0037bd81778cacafca1c3924725','{"id":"2026-11-23.2.2026.LS.1B","school":"TEST0001","author":"staff-bruno","entry":"00000000-0000-7000-8000-000000000037","kind":"lesson","recordedAt":"2026-11-23T08:30:00.000Z","day":"2026-11-23","hour":2,"class":"2026.LS.1B","signatures":[],"topic":"Il clima","activity":"","receivedAt":"2026-11-23T09:30:00.000Z"}');
INSERT INTO history VALUES(4294967334,1,'attendance','00000000-0000-7000-8000-000000000038','PC','stored',NULL,'ddbeb0775b9a9af0562d66be35a7eda4e3fa344ad508eeecbeb97c94bf05dae2','{"id":"2026-11-23.pupil-2026.LS.1A-1","school":"TEST0001","author":"staff-anna","entry":"00000000-0000-7000-8000-000000000038","kind":"attendanceDay","recordedAt":"2026-11-23T08:30:00.000Z","day":"2026-11-23","class":"2026.LS.1A","pupil":"pupil-2026.LS.1A-1","events":[{"kind":"absent","hour":1,"by":"staff-anna","at":"2026-11-23T08:30:00.000Z"}],"receivedAt":"2026-11-23T09:30:00.000Z"}');
CREATE TABLE document (
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      -- Place of the version that stands; none while all versions were overruled.
      current INTEGER,
      -- Place of the last version, overruled or not.
      latest INTEGER NOT NULL,
      -- JSON list of the keys of its buckets.
      buckets TEXT NOT NULL,
      PRIMARY KEY (school, collection, id)
    ) STRICT, WITHOUT ROWID;
INSERT INTO document VALUES(1,'attendance','2026-11-23.pupil-2026.LS.1A-1',4294967334,4294967334,'[16]');
INSERT INTO document VALUES(1,'lessons','2026-11-23.1.2026.LS.1A',4294967332,4294967332,'[14]');
INSERT INTO document VALUES(1,'lessons','2026-11-23.2.2026.LS.1B',4294967333,4294967333,'[15]');
INSERT INTO document VALUES(1,'roster','2026.LS.1A',4294967300,4294967300,'[5,6]');
INSERT INTO document VALUES(1,'roster','2026.LS.1B',4294967301,4294967301,'[5,6]');
INSERT INTO document VALUES(1,'roster','guardian-marta',4294967326,4294967326,'[9]');
INSERT INTO document VALUES(1,'roster','guardian-marta.data',4294967327,4294967327,'[9]');
INSERT INTO document VALUES(1,'roster','guardian-nino',4294967328,4294967328,'[9]');
INSERT INTO document VALUES(1,'roster','guardian-nino.data',4294967329,4294967329,'[9]');
INSERT INTO document VALUES(1,'roster','guardian-olivia',4294967330,4294967330,'[9]');
INSERT INTO document VALUES(1,'roster','guardian-olivia.data',4294967331,4294967331,'[9]');
INSERT INTO document VALUES(1,'roster','matematica',4294967302,4294967302,'[5,6]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1A-1',4294967314,4294967314,'[7,8]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1A-1.2026.LS.1A.2026-09-15',4294967315,4294967315,'[7,8]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1A-1.data',4294967316,4294967316,'[9]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1A-2',4294967317,4294967317,'[7,10]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1A-2.2026.LS.1A.2026-09-15',4294967318,4294967318,'[7,10]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1A-2.data',4294967319,4294967319,'[9]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1B-1',4294967320,4294967320,'[11,12]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1B-1.2026.LS.1B.2026-09-15',4294967321,4294967321,'[11,12]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1B-1.data',4294967322,4294967322,'[9]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1B-2',4294967323,4294967323,'[11,13]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1B-2.2026.LS.1B.2026-09-15',4294967324,4294967324,'[11,13]');
INSERT INTO document VALUES(1,'roster','pupil-2026.LS.1B-2.data',4294967325,4294967325,'[9]');
INSERT INTO document VALUES(1,'roster','staff-anna',4294967304,4294967304,'[5,6]');
INSERT INTO document VALUES(1,'roster','staff-anna.2026.LS.1A.matematica',4294967310,4294967310,'[5]');
INSERT INTO document VALUES(1,'roster','staff-ata',4294967309,4294967309,'[5,6]');
INSERT INTO document VALUES(1,'roster','staff-bruno',4294967305,4294967305,'[5,6]');
INSERT INTO document VALUES(1,'roster','staff-bruno.2026.LS.1B.matematica',4294967312,4294967312,'[5]');
INSERT INTO document VALUES(1,'roster','staff-carla',4294967306,4294967306,'[5,6]');
INSERT INTO document VALUES(1,'roster','staff-carla.2026.LS.1A.storia',4294967311,4294967311,'[5]');
INSERT INTO document VALUES(1,'roster','staff-office',4294967307,4294967307,'[5,6]');
INSERT INTO document VALUES(1,'roster','staff-principal',4294967308,4294967308,'[5,6]');
INSERT INTO document VALUES(1,'roster','storia',4294967303,4294967303,'[5,6]');
INSERT INTO document VALUES(1,'settings','school',4294967297,4294967297,'[1,2]');
INSERT INTO document VALUES(1,'settings','year.2026',4294967298,4294967298,'[1,2]');
INSERT INTO document VALUES(1,'timetable','2026.LS.1A.1.2.2026-09-01',4294967313,4294967313,'[3,4]');
INSERT INTO document VALUES(1,'timetable','bell',4294967299,4294967299,'[3,4]');
CREATE TABLE bucket (
      key INTEGER NOT NULL PRIMARY KEY,
      school INTEGER NOT NULL,
      collection TEXT NOT NULL,
      name TEXT NOT NULL,
      UNIQUE (school, collection, name)
    ) STRICT;
INSERT INTO bucket VALUES(1,1,'settings','school');
INSERT INTO bucket VALUES(2,1,'settings','families');
INSERT INTO bucket VALUES(3,1,'timetable','school');
INSERT INTO bucket VALUES(4,1,'timetable','families');
INSERT INTO bucket VALUES(5,1,'roster','school');
INSERT INTO bucket VALUES(6,1,'roster','families');
INSERT INTO bucket VALUES(7,1,'roster','class:2026.LS.1A');
INSERT INTO bucket VALUES(8,1,'roster','pupil:pupil-2026.LS.1A-1');
INSERT INTO bucket VALUES(9,1,'roster','office');
INSERT INTO bucket VALUES(10,1,'roster','pupil:pupil-2026.LS.1A-2');
INSERT INTO bucket VALUES(11,1,'roster','class:2026.LS.1B');
INSERT INTO bucket VALUES(12,1,'roster','pupil:pupil-2026.LS.1B-1');
INSERT INTO bucket VALUES(13,1,'roster','pupil:pupil-2026.LS.1B-2');
INSERT INTO bucket VALUES(14,1,'lessons','class:2026.LS.1A');
INSERT INTO bucket VALUES(15,1,'lessons','class:2026.LS.1B');
INSERT INTO bucket VALUES(16,1,'attendance','class:2026.LS.1A');
CREATE TABLE bucket_version (
      bucket INTEGER NOT NULL,
      place INTEGER NOT NULL,
      PRIMARY KEY (bucket, place)
    ) STRICT, WITHOUT ROWID;
INSERT INTO bucket_version VALUES(1,4294967297);
INSERT INTO bucket_version VALUES(1,4294967298);
INSERT INTO bucket_version VALUES(2,4294967297);
INSERT INTO bucket_version VALUES(2,4294967298);
INSERT INTO bucket_version VALUES(3,4294967299);
INSERT INTO bucket_version VALUES(3,4294967313);
INSERT INTO bucket_version VALUES(4,4294967299);
INSERT INTO bucket_version VALUES(4,4294967313);
INSERT INTO bucket_version VALUES(5,4294967300);
INSERT INTO bucket_version VALUES(5,4294967301);
INSERT INTO bucket_version VALUES(5,4294967302);
INSERT INTO bucket_version VALUES(5,4294967303);
INSERT INTO bucket_version VALUES(5,4294967304);
INSERT INTO bucket_version VALUES(5,4294967305);
INSERT INTO bucket_version VALUES(5,4294967306);
INSERT INTO bucket_version VALUES(5,4294967307);
INSERT INTO bucket_version VALUES(5,4294967308);
INSERT INTO bucket_version VALUES(5,4294967309);
INSERT INTO bucket_version VALUES(5,4294967310);
INSERT INTO bucket_version VALUES(5,4294967311);
INSERT INTO bucket_version VALUES(5,4294967312);
INSERT INTO bucket_version VALUES(6,4294967300);
INSERT INTO bucket_version VALUES(6,4294967301);
INSERT INTO bucket_version VALUES(6,4294967302);
INSERT INTO bucket_version VALUES(6,4294967303);
INSERT INTO bucket_version VALUES(6,4294967304);
INSERT INTO bucket_version VALUES(6,4294967305);
INSERT INTO bucket_version VALUES(6,4294967306);
INSERT INTO bucket_version VALUES(6,4294967307);
INSERT INTO bucket_version VALUES(6,4294967308);
INSERT INTO bucket_version VALUES(6,4294967309);
INSERT INTO bucket_version VALUES(7,4294967314);
INSERT INTO bucket_version VALUES(7,4294967315);
INSERT INTO bucket_version VALUES(7,4294967317);
INSERT INTO bucket_version VALUES(7,4294967318);
INSERT INTO bucket_version VALUES(8,4294967314);
INSERT INTO bucket_version VALUES(8,4294967315);
INSERT INTO bucket_version VALUES(9,4294967316);
INSERT INTO bucket_version VALUES(9,4294967319);
INSERT INTO bucket_version VALUES(9,4294967322);
INSERT INTO bucket_version VALUES(9,4294967325);
INSERT INTO bucket_version VALUES(9,4294967326);
INSERT INTO bucket_version VALUES(9,4294967327);
INSERT INTO bucket_version VALUES(9,4294967328);
INSERT INTO bucket_version VALUES(9,4294967329);
INSERT INTO bucket_version VALUES(9,4294967330);
INSERT INTO bucket_version VALUES(9,4294967331);
INSERT INTO bucket_version VALUES(10,4294967317);
INSERT INTO bucket_version VALUES(10,4294967318);
INSERT INTO bucket_version VALUES(11,4294967320);
INSERT INTO bucket_version VALUES(11,4294967321);
INSERT INTO bucket_version VALUES(11,4294967323);
INSERT INTO bucket_version VALUES(11,4294967324);
INSERT INTO bucket_version VALUES(12,4294967320);
INSERT INTO bucket_version VALUES(12,4294967321);
INSERT INTO bucket_version VALUES(13,4294967323);
INSERT INTO bucket_version VALUES(13,4294967324);
INSERT INTO bucket_version VALUES(14,4294967332);
INSERT INTO bucket_version VALUES(15,4294967333);
INSERT INTO bucket_version VALUES(16,4294967334);
CREATE TABLE session (
      school TEXT NOT NULL,
      id TEXT NOT NULL,
      username TEXT NOT NULL,
      person TEXT NOT NULL,
      device_id TEXT NOT NULL,
      device_name TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      last_used_at INTEGER NOT NULL,
      end_reason TEXT, kind TEXT NOT NULL DEFAULT 'staff', pupil TEXT, is_vouched INTEGER NOT NULL DEFAULT 0, proofs TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(proofs)),
      PRIMARY KEY (school, id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE refresh_token (
      school TEXT NOT NULL,
      hash TEXT NOT NULL,
      session TEXT NOT NULL,
      issued_at INTEGER NOT NULL,
      used_at INTEGER,
      salt TEXT NOT NULL,
      PRIMARY KEY (school, hash),
      FOREIGN KEY (school, session) REFERENCES session (school, id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE attempt (
      school TEXT NOT NULL,
      key TEXT NOT NULL,
      failures INTEGER NOT NULL,
      last_failed_at INTEGER NOT NULL,
      PRIMARY KEY (school, key)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE account (
      username TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      profile TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.profile') VIRTUAL,
      school_pass TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.schoolPass') VIRTUAL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE profile (
      id TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      email TEXT GENERATED ALWAYS AS (json ->> '$.email.address') VIRTUAL,
      pending_email TEXT GENERATED ALWAYS AS (json ->> '$.pendingEmail.address') VIRTUAL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE link (
      hash TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      profile TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.profile') VIRTUAL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE mail (
      id TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      username TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.username') VIRTUAL,
      state TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.state') VIRTUAL,
      created_at INTEGER NOT NULL GENERATED ALWAYS AS (json ->> '$.createdAt') VIRTUAL,
      next_try_at INTEGER NOT NULL GENERATED ALWAYS AS (json ->> '$.nextTryAt') VIRTUAL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE account_event (
      number INTEGER NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      username TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.username') VIRTUAL
    ) STRICT;
CREATE TABLE handed_over (
      id TEXT NOT NULL PRIMARY KEY,
      json TEXT NOT NULL CHECK (json_valid(json)),
      school TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.school') VIRTUAL,
      username TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.username') VIRTUAL,
      state TEXT NOT NULL GENERATED ALWAYS AS (json ->> '$.state') VIRTUAL,
      at INTEGER NOT NULL GENERATED ALWAYS AS (json ->> '$.at') VIRTUAL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE picture (
      username TEXT NOT NULL PRIMARY KEY,
      media_type TEXT NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
CREATE TABLE device_moment (
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      device_id TEXT NOT NULL,
      -- The first sign-in of this person on this device.
      since INTEGER NOT NULL,
      -- When the device last had nothing to deliver any more.
      delivered_at INTEGER,
      -- Two of the times at which the device was on line, half a day apart or more.
      earlier_contact_at INTEGER,
      contact_at INTEGER,
      -- Set while the device is sending again what the store had lost; its moments do not move until it has ended.
      returning_since INTEGER,
      PRIMARY KEY (school, person, device_id)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE refused_entry (
      number INTEGER NOT NULL PRIMARY KEY,
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      entry TEXT NOT NULL,
      digest TEXT NOT NULL,
      moment INTEGER NOT NULL,
      UNIQUE (school, person, entry)
    ) STRICT;
CREATE TABLE store_return (
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      device_id TEXT NOT NULL,
      device TEXT NOT NULL,
      noticed_at INTEGER NOT NULL,
      ended_at INTEGER,
      came_back INTEGER NOT NULL,
      PRIMARY KEY (school, person, device_id, noticed_at)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE held_elsewhere (
      school TEXT NOT NULL,
      entry TEXT NOT NULL,
      reporter TEXT NOT NULL,
      device TEXT NOT NULL,
      collection TEXT NOT NULL,
      id TEXT NOT NULL,
      author TEXT NOT NULL,
      class TEXT NOT NULL,
      day TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      reported_at INTEGER NOT NULL,
      PRIMARY KEY (school, entry, author, reporter)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE server_note (
      name TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
CREATE TABLE record_change (
      school TEXT NOT NULL,
      person TEXT NOT NULL,
      json TEXT NOT NULL CHECK (json_valid(json)),
      PRIMARY KEY (school, person)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE staged_version (
      batch TEXT NOT NULL,
      position INTEGER NOT NULL,
      -- JSON of what is to be appended.
      version TEXT NOT NULL,
      PRIMARY KEY (batch, position)
    ) STRICT, WITHOUT ROWID;
CREATE TABLE staged_batch (
      batch TEXT NOT NULL PRIMARY KEY,
      school TEXT NOT NULL UNIQUE
    ) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX history_entry ON history (school, entry);
CREATE TRIGGER history_keeps BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_stays BEFORE DELETE ON history BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE INDEX refresh_token_session ON refresh_token (school, session);
CREATE INDEX attempt_age ON attempt (last_failed_at);
CREATE INDEX account_school ON account (school);
CREATE INDEX account_profile ON account (profile);
CREATE UNIQUE INDEX account_pass ON account (school_pass);
CREATE UNIQUE INDEX profile_email ON profile (email) WHERE email IS NOT NULL;
CREATE INDEX profile_pending_email ON profile (pending_email) WHERE pending_email IS NOT NULL;
CREATE INDEX link_profile ON link (profile);
CREATE INDEX mail_due ON mail (next_try_at) WHERE state = 'queued';
CREATE INDEX mail_school ON mail (school, created_at);
CREATE INDEX mail_username ON mail (username) WHERE state = 'queued';
CREATE INDEX account_event_school ON account_event (school, number);
CREATE INDEX account_event_username ON account_event (school, username, number);
CREATE TRIGGER account_event_keeps BEFORE UPDATE ON account_event
      BEGIN SELECT RAISE(ABORT, 'the register of operations is append-only'); END;
CREATE TRIGGER account_event_stays BEFORE DELETE ON account_event
      BEGIN SELECT RAISE(ABORT, 'the register of operations is append-only'); END;
CREATE INDEX handed_over_school ON handed_over (school, at);
CREATE INDEX handed_over_username ON handed_over (username) WHERE state = 'waiting';
CREATE INDEX session_username ON session (username);
CREATE INDEX session_device ON session (school, person, device_id, created_at);
CREATE INDEX handed_over_waiting ON handed_over (school, at) WHERE state = 'waiting';
COMMIT;
