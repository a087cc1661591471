import { ITALIAN_FEMALE, ITALIAN_MALE, ITALIAN_SURNAMES } from './italian.ts';

/** Surnames and given names that go together. */
export interface NameOrigin {
  /** Share of the families, in percent. */
  readonly weight: number;
  readonly surnames: readonly string[];
  readonly female: readonly string[];
  readonly male: readonly string[];
}

/** The families of today's classes, by where their names come from. */
export const ORIGINS: readonly NameOrigin[] = [
  { weight: 72, surnames: ITALIAN_SURNAMES, female: ITALIAN_FEMALE, male: ITALIAN_MALE },
  {
    weight: 4,
    surnames: ['Ștefănescu', 'Popescu', 'Ionuț', 'Munteanu', 'Țurcanu', 'Bălan', 'Drăgulescu', 'Crăciun'],
    female: ['Andreea', 'Ioana', 'Alexandra', 'Ștefania', 'Bianca Maria'],
    male: ['Andrei', 'Răzvan', 'Ștefan', 'Mihai', 'Cristian Gabriel'],
  },
  {
    weight: 5,
    surnames: [
      'El Amrani',
      'Benali',
      'Ait Taleb',
      'El Idrissi',
      'Bouzidi',
      'Ben Abdallah',
      'Chafik',
      'El Fassi El Fihri',
    ],
    female: ['Fatima Zahra', 'Yasmine', 'Aya', 'Nour', 'Salma', 'Malak'],
    male: ['Mohamed Amine', 'Adam', 'Rayan', 'Youssef', 'Ilyas', 'Anas'],
  },
  {
    weight: 3,
    surnames: ['Hoxha', 'Gjoka', 'Çela', 'Dervishi', 'Përmeti', 'Kuqi'],
    female: ['Elira', 'Anxhela', 'Erisa', 'Klea'],
    male: ['Ergi', 'Klajdi', 'Erjon', 'Arbër'],
  },
  {
    weight: 3,
    surnames: ['Hu', 'Wu', 'Chen', 'Zhang', 'Lin', 'Ye'],
    female: ['Xinyi', 'Giulia Meilin', 'Sofia', 'Yuhan'],
    male: ['Jun', 'Matteo Wei', 'Haoran', 'Luca'],
  },
  {
    weight: 3,
    surnames: ['Singh', 'Kaur', 'Singh Kaur', 'Singh Dhillon', 'Kumar', 'Sharma'],
    female: ['Harleen', 'Jasmeet', 'Simranjeet', 'Ishika'],
    male: ['Gurpreet', 'Harman', 'Arshdeep', 'Rohan'],
  },
  {
    weight: 2,
    surnames: ['Oyelaran', 'Osagie', 'Okonkwo', 'Adeyẹmi', 'Owusu-Ansah', 'Boateng'],
    female: ['Blessing', 'Ọmọlará', 'Precious', 'Abena'],
    male: ['Emmanuel', 'David Chukwuemeka', 'Samuel', 'Kwame'],
  },
  {
    weight: 2,
    surnames: ['Kovalenko', 'Shevchuk', 'Bondarenko', 'Melnyk', 'Rusu', 'Ceban'],
    female: ['Sofiia', 'Anastasiia', "Dar'ya", 'Milana'],
    male: ['Danylo', 'Maksym', 'Artem', 'Nikita'],
  },
  {
    weight: 2,
    surnames: ['Khan', 'Ahmed', 'ur Rehman', 'Hossain', 'Miah', 'Butt'],
    female: ['Ayesha', 'Zainab', 'Maryam', 'Nusrat'],
    male: ['Muhammad Ali', 'Hamza', 'Abdullah', 'Tanvir'],
  },
  {
    weight: 2,
    surnames: [
      'de Souza',
      'da Conceição',
      'Gonçalves',
      'Rodríguez Quispe',
      'Peña Ñahui',
      'Dela Cruz',
      'De los Santos',
    ],
    female: ['Maria Eduarda', 'Luana', 'Ana Lucía', 'Angelica Joy'],
    male: ['João Pedro', 'Thiago', 'José Ángel', 'John Paul'],
  },
  {
    weight: 1,
    surnames: ['Nguyễn', 'Trần', 'Phạm', 'Wickramasinghe', 'Jayawardena Mudiyanselage'],
    female: ['Thị Mai', 'Linh', 'Dilini'],
    male: ['Đức', 'Minh Anh', 'Sanjeewa'],
  },
  {
    weight: 1,
    surnames: [
      'Müller',
      'Hofer',
      'Yıldız',
      'Öztürk',
      'Župančič',
      'Wójcik',
      'Lindström',
      "O'Connor",
      'McDonald',
      'van der Berg',
    ],
    female: ['Zeynep', 'Zoë', 'Maja', 'Saoirse'],
    male: ['Jürgen', 'Emre', 'Łukasz', 'Seán'],
  },
];
