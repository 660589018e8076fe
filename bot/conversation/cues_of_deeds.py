"""What people say who did, or want, something (see `cues` for how it is written)."""

from __future__ import annotations

DEEDS = """\
want: halu*, ajattel*, tahto*, toivo*, tarvits*, tarvitt*, olisi kiva, olisi hien*, olisi hyv*, aio*, aiko*, suunnit*,
  tarkoitus, harkit*, voisimmeko, voisiko, voitaisiinko, saisimmeko, saataisiinko, mietit*, mietimme, pitaisi saada,
  olemme, ollaan, olen, aletaan, ruvetaan, nyt, onnistui*, olisi idea, tehtais*, perustettais*, avattais*, luotais*,
  auttakaa, auttaisit* | vill, skulle, onskar, onskan, planer*, tanker, tankte, behover, hoppas, ska, kunde vi,
  funderar, hjalp oss | want*, would like, d like, wish*, plan*, intend*, thinking, could we, going to, need, needs,
  let s, lets, we are, we re, hope, would love, ready to, would be great, help us
open: perust*, avaa*, avata*, avais*, luo, luoda*, luomme, luotaisiin, kayttoon, aloitt*, aloitam*, aloittam*,
  kaynnist*, tehda*, tehta*, tekeen, tekemaan, avatt*, alka*, pystytta*, kayttoonot*, lanseera*, saada | oppna*,
  starta, startar, skapa, skapar, grunda, grundar, ta i bruk, tar i bruk, borja, lansera*, ha en, ha ett, fa en, fa
  ett | open, opening, start, starting, create, creating, launch*, establish*, set up, setting up, begin, take into
  use, introduce, make, join, get a, have a
new: uusi, uuden, uutta, uusia, uudesta | ny, nytt, nya | new, another
one_s_own: oma, oman, omaa | egen, eget, egna | own
propose: ehdot*, idea*, esitys, esityk*, esitan, esitamme, anomus, anomme, hakemus | foresl*, forslag*, anhall*,
  ansokan | propos*, suggest*, request*, application
suggestion: mitas jos, enta jos perust* | vad sags om en/ett | how/what about a/an/starting/opening
opened: avattu, avasi*, avannut, perustettu, perusti, perustimme, perustanut, luotu, loin, loimme, avattiin,
  perustettiin | oppnat, oppnade, startat, startade, skapat, skapade, grundat | opened, created, launched, started
add: lisaa, lisata, lisataan, lisaisitko, lisaatko, lisatkaa, rekisteroi*, merkitse, merkataan, kirjaa, vie, laita,
  laittakaa, ilmoita, ilmoitan, ilmoitetaan, ilmoittaa, lisatk*, lisattav* | lagg till, lagga till, lagger till,
  registrer*, for in, anteckna, lagg in, lagga in, skriv in | add, adding, register, registering, enter, put, record,
  include
register: rekisteroi* | registrer* | register, registering
change: muokk*, muuta, muuttaa, muutta*, muuttu*, vaihda*, vaihta*, vaihtu*, korjaa, korjata*, oikaise, paivita ~
  tiedot, paivita ~ osoite, paivita ~ vastuu*, paivita ~ yllapi*, muutettava | andra, andrar, andras, andrats, byt,
  byta, byter, bytt, ratta, redigera, korrigera, uppdatera ~ uppgift*, uppdatera ~ ansvarig* | change, changes,
  changed, changing, edit, editing, modify, correct, fix, amend, replace, rename, update ~ contact*, update ~ details,
  update ~ url, update ~ responsible, update ~ maintainer*
detail: osoite*, osoitt*, url*, linkki*, linkin, nimi, nimen, nimea, tiedot, tietoja, tietoihin, kuvaus*, tarkoitus,
  yllapitaj*, vastuuhenk*, paivitysvali*, tunnus | adress*, lank*, namn*, uppgift*, beskriv*, ansvarig*, syfte* |
  url*, address*, link, name*, detail*, description*, contact*, owner*, maintainer*, responsible, purpose,
  information, handle, interval
interval: paivitysval* | uppdateringsinterv*, intervall* | interval
close: ei kayteta, lopet*, sulje*, sulke*, suljet*, poista*, poistu*, poistetaan, poistettu, lakkaut*, ei ole enaa, ei
  enaa, arkistoi*, ajetaan alas | avveckl*, stang*, lagg ner, lagga ner, lagger ner, laggs ner, lagg ned, lagga ned,
  ta bort, tas bort, avslut*, inte langre, ur bruk, arkivera* | retir*, close, closes, closed, closing, shut down,
  shutting down, discontinu*, delet*, remov*, decommission*, no longer, not in use, out of use, wind down, archiv*,
  take ~ off, any more, anymore, kill
pause: tauo*, tauko*, kesatau*, talvitau*, joulutau*, jaahyll*, keskeyt*, hiljaiseloa, telakalle, lepaa, lepaamaan |
  paus, pausa*, pausen, sommarpaus, sommaruppeh*, juluppeh*, uppehall*, vilande, vila, vilar | paus*, on hold, on a
  break, on break, summer break, suspend*, hibernat*, freeze
audit: audit*, auditoi*, tarkastus*, tarkasta*, tarkista ~ kanavat, tarkista kaikki, kay lapi, lapikay*, tarkistus |
  granska*, granskning*, revision*, genomgang*, ga igenom, kontrollera alla, kolla alla | audit*, review all, go
  through, inspect*, health check, check all, check the register
idle: paivittamat*, kuollut, kuolleet, hiljais*, hiljaa, ilman, ei ole yllapi*, ei ole paivit*, ei paivit*, vailla,
  orvot, orpo*, vanhentu*, ajan tasalla, ajallaan, jaljessa, kunnossa, ei vastuu*, ei ole vastuu*, kukaan ei, puuttu*,
  kaipaa* | inaktiv*, utan, ingen ansvarig*, ingen agare, i ordning, i skick, ouppdater*, doda, overgivna, inte
  uppdater*, saknar, saknas, foraldrad*, ingen skoter, ingen uppdaterar, behover uppdater* | idle, inactive, orphan*,
  without, no maintainer*, no owner*, no responsible, not been updated, not updated, up to date, out of date, overdue,
  unmaintained, dead, stale, abandoned, silent, missing, neglected, nobody, no one, need updating, needs updating,
  need an update, in order
history: histori*, muutoshist*, muutosloki*, loki, lokitiedot, lokia, muutokset, mita muutoksia, muutoksista |
  histori*, vilka andringar, andringshist*, andringslogg*, andringar*, logg | history, changelog, change log, log,
  recent changes, latest changes, changes
changed: kuka ~ muutti/muuttanut/vaihtoi/muokka*/lisasi/poisti, mita on muut*, mita ~ muutettu/muuttunut | vem ~
  andrade/andrat/bytte, vem ~ tog bort, vem ~ lade till, vad har andrats/hant | who ~
  changed/edited/modified/removed/deleted/added, what has/s changed, what changed
undo: peru, perukaa, peruuta, perua, perutaan, peruttava, peruisitko, kumoa, kumota, kumotaan, palauta ~ edellinen,
  palauta ~ entinen, palauta ~ ennalleen | angra, angrar, aterstall*, upphav, ta tillbaka | undo, revert, roll back,
  rollback, cancel the last, cancel that, take ~ back, restore the previous
report: raport*, kanavarap*, somerap*, kuukausirap*, vuosirap*, viikkorap*, yhteenve*, tilasto*, tilannekats*,
  tilannekuva* | rapport, rapporten, rapporter, manadsrap*, veckorap*, arsrap*, sammanfattning*, sammanstallning*,
  statistik*, lagesbild*, oversikt* | report, reports, summary, statistics, stats, figures, status report, numbers
updated: paivitin, paivitimme, paivitetty, paivitettiin, paivittanyt, paivittany, paivittaneet, paivitettya, postasin,
  postasimme, postattu, postannut, postattiin, julkaisin, julkaisimme, julkaistu, julkaistiin, julkaissut, laitoin,
  laitoimme, laitettu, laitettiin, laittanut, latasin, ladattu, tehty, teimme, tein, hoidettu, hoidin, hoidettiin,
  twiitta*, twiitat*, kuitattu, valmista, lisasin, lisasimme, jaoin | uppdaterade, uppdaterat, uppdaterad,
  uppdaterats, postade, postat, publicerade, publicerat, la upp, la ut, lade upp, lade ut, lagt upp, lagt ut, klart,
  klar, gjort, fixat, fixade, avklarat, delade | updated, posted, published, uploaded, done, put up, finished,
  tweeted, shared a, made a post, added a post, wrote a post, taken care of, is up, did it, did that
other: joku, asiakas, asukas, kuntalainen, ulkopuoli* | nagon, kund, invanare | someone, somebody, resident,
  residents, customer, people
wait: palataan, palaa, odota, kokeile uudestaan | vanta, aterkom | wait, try again, hold on, come back
assign: aseta, merkitse, laita | satt ~ som, ange | set ~ as, make ~ the, mark ~ as
not: en ole, en oo, ei ole, emme ole, ei oo, ei olla, en ehdi, en ehtinyt | inte, ej | not, haven t, hasn t, isn t,
  didn t, wasn t, never, nobody
remind: muistuta*, muistuttaa*, muistuttai*, muistuttele*, siirra muistut*, palaa asiaan, palataan asiaan, myohemmin,
  torkku, torkuta, torkuttaa, ei nyt, ei tanaan, lykka*, kysy uudestaan, kysy uudelleen, kysy minulta | paminn*,
  senare, inte nu, inte idag, snooza, fraga igen, fraga mig, skjut upp, aterkom | remind*, snooze, later, not now, not
  today, ask me, ask again, postpone, nudge, poke me, ping me
absent: lomat, kipea*, kipee*, kuumee*, sairas, loma, lomalla, lomalle, lomaa, lomailen, lomani, lomalta, kesaloma*,
  talviloma*, vuosiloma*, joululoma*, hiihtoloma*, poissa, poissaolo*, vapaalla, vapaata, virkavapa*, vanhempainvapa*,
  hoitovapa*, opintovapa*, isyysvapa*, aitiysvapa*, aitiysloma*, sairasloma*, sairausloma*, saikulla, saikku,
  sairaana, matkoilla, tyomatk*, lomautet*, en ole toissa, en ole paikalla, palaan toihin | semester*, ledig*,
  franvaro*, franvarande, borta, tjanstledig*, foraldraledig*, sjukskriv*, sjukledig*, sjuk, tjansteresa | away,
  vacation, holiday, on leave, leave, out of office, off work, absent, absence, sick, maternity, paternity, parental,
  ooo, not at work, off, travelling, traveling
cover: sijai*, tuura*, varalla, paikkaa* | vikari*, ersatt*, tacker upp | cover*, substitut*, stand in, stands in,
  fills in, filling in, fill in, deputy, deputi*, instead of me, backup
self: olen, oon, olemme, jaan, lahden, lahdemme, mulla, minulla, mun, minun, meen, menen, otan, pidan, mina, ma,
  palaan, lomani | jag, vi, min, mig, mitt | i, i m, i ll, we, my, me, am
give: luovut*, siirran, siirretaan, siirtaa, siirramme, siirra, siirtyy, ottaa vastuun/hoitaakseen/haltuun, jatkossa,
  uusi yllapitaja/vastuuhenkilo, uudeksi yllapitajaksi/vastuuhenkiloksi, seuraaja*, jatkaa | lamna/lamnar ~ over,
  overlat*, overlamn*, tar/ta/ge/ger over, fortsattningen, framover, tas over | hand/handing ~ over, handover, pass
  on, pass/passing ~ to, pass ~ on, transfer*, take/takes/taking over, new maintainer, successor, from now on
gone: lahtenyt, lahti, lopettanut, ei ole enaa toissa | slutat, slutade, slutar | has left, have left, left us, left
  the, no longer works, quit, resigned
give_to: anna, annan, annetaan, antaa, ottaa, ottaisi, ottaisiko, vaihdetaan | ge, ger, ta, tar | give, giving, gave,
  take, takes
mine: omat/minun/mun kanava*/tili*, omia kanavia, omien kanavien, kanavani, kanavistani, hoidettava*, mina/ma vastaan,
  hoidan, vastaan, olen/oon vastuussa, vastuullani, minun/mun vastuull*, minulla/mulla ~ tekematta/vastuulla, odottaa
  minua, tehtavani, kanavia/kanavat mulla/minulla, olen/oon yllapitaj* | mina kanaler/konton/uppgifter/arenden,
  skoter/ansvarar jag, har jag ansvar, mitt ansvar, vantar pa mig, jag ansvarig, har jag hand om, kanaler/konton har
  jag | my channel*/account*/pages/tasks/responsibilit*, my ~ channel*, my to do, am i responsible/maintaining, i am
  responsible, do i maintain/manage/own/run, i manage/maintain, waiting for me, on my plate, am i in charge, do i look
  after, assigned to me, are mine, do i have ~ channel*/account*, channels do i have
"""
