/** Words that Italian passwords are made of, the commonest first; the bundled list of common passwords is English. */
export const ITALIAN_PASSWORD_WORDS: readonly string[] = `
ciao amore juventus password napoli milan inter andrea francesco alessandro francesca giulia martina matteo federico stefano
giuseppe antonio marco luca davide simone lorenzo riccardo roberto paolo claudio daniele cristina chiara silvia elisa valentina
alessia sara laura elena anna maria giovanni salvatore vincenzo domenico fabio massimo roma lazio torino palermo firenze bologna
genova venezia verona modena bari catania scuola maestra maestro professore alunno alunna classe registro elettronico compiti
segreteria istituto genitore genitori mamma papa nonna nonno figlio figlia fratello sorella famiglia casa cane gatto estate
inverno primavera autunno gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedi
martedi mercoledi giovedi venerdi sabato domenica buongiorno buonasera benvenuto benvenuti arrivederci grazie prego forza italia
italiano viva calcio pallone pizza pasta gelato mare montagna sole luna stella stellina tesoro cucciolo principessa angelo
diavolo farfalla coniglio cavallo topolino paperino pinocchio ferrari ducati valentino vaffanculo cazzo stronzo bastardo
puttana merda ricordami segreta segreto chiave accesso entra sblocca nuova vecchia prova provaprova cambiami campanella
samsung telefono computer internet libero virgilio tiscali alice qwerty asdfgh
`
  .trim()
  .split(/\s+/);
