"""What people say who did, or want, something (see `cues` for how it is written)."""

from __future__ import annotations

DEEDS = """\
want: halu*, ajattel*, tahto*, toivo*, tarvits*, tarvitt*, olisi kiva, olisi hien*, olisi hyv*, aio*, aiko*,
  tarkoitus, harkit*, voisimmeko, voisiko, voitaisiinko, saisimmeko, saataisiinko, mietit*, mietimme, pitaisi saada,
  olemme, ollaan, olen, aletaan, ruvetaan, nyt, onnistui*, olisi idea, tehtais*, perustettais*, avattais*, luotais*,
  auttakaa, auttaisit*, haluttais*, haluaisi*, haluis*, tarvittais*, tarviis*, kaipaa*, kaivat*, voisko, voitasko,
  voitaisko, voitais*, voitas*, saisko, saataisko, saatasko, ois kiva, ois hyva, ois hienoa, ois tarve, on tarve, on
  tarvetta, tarve, tarpeen, meinat*, meinaa*, aikeissa, kiinnost*, pohdi*, pohdimme, innostu*, suunnitteilla, kuinka
  saisimme, miten saisimme, pitas saada, pitais saada, suunnittelen, suunnittelemme, suunnitellaan, suunnittelimme,
  suunnittelee, suunnittelis*, suunnitelmissa, suunniteltu, suunnittelevat, haaveil*, toiveissa, tarvitaan,
  kaivattais*, kaipaisi*, haikail*, jos alettais*, pitaisko perustaa, meille pitaisi, meille pitas, alettais*,
  puhuttu, puhuttiin, puhunut, mietitty, mietittiin, ajateltiin, saisiko, saataisiko, mahdollista saada, mahdollisuus
  saada, haluisi*, haluavat, haluaa, toiveena, tekis mieli, haluttaisiin | vill, skulle, onskar, onskan, planer*,
  tanker, tankte, behover, hoppas, ska, kunde vi, funderar, hjalp oss, kunde, tankt, vore bra, vore kul, vore fint,
  vore trevligt, det vore, har planer, planerar, intresserade av, sugna pa, sugen pa, fundera*, overvag*, skulle
  behova, har tankt, haft planer, behovs, vill ha, garna, garna ha, diskuterat, pratat om, tankte att, onskar oss,
  skulle garna, gar det att fa, mojligt att fa, far vi, vill garna, har onskemal, onskemal | want*, would like, d
  like, wish*, intend*, thinking, could we, going to, need, needs, let s, lets, we are, we re, hope, would love, ready
  to, would be great, help us, could the/our/their/my, can the ~ get/have, interested in, keen to, considering, toying
  with, it would be, would be good/nice/useful/cool, wondering if we, hoping, aim to, fancy, thinking of, plan to,
  planning to, are planning, we plan, is planning, plan, plans, planned, plans to, looking to, like to, love to, d
  love, been talking, talked about, discussed, is keen, wants to, want to, possible to get/have, we should have,
  should have, thought about, could do with, can the/our/we ~ get/have, would benefit, aim, aiming, be able to have,
  wish to, like a, need a, desire
open: perust*, avaa*, avata*, avais*, luo, luoda*, luomme, luotaisiin, kayttoon, aloitt*, aloitam*, aloittam*,
  kaynnist*, tehda*, tehta*, tekeen, tekemaan, avatt*, alka*, pystytta*, kayttoonot*, lanseera*, saada, tehd*,
  avattais*, avattav*, perustaa, perustettais*, perustettav*, tehtais*, alkaa, ruveta, rupeaisi, aloitet*, laittaa
  pystyyn, pykata, pystyyn, kayttoonottaa, otetaan kayttoon, ottaa kayttoon, saataisiin, saatais, alott*, alkais*,
  alkaisi*, rupeis*, avaus, avausta, avaukse* | oppna*, starta, startar, skapa, skapar, grunda, grundar, ta i bruk,
  tar i bruk, borja, lansera*, fa en, fa ett, komma igang, satta igang, dra igang, ha eget, fa eget, skaffa*, lagga
  upp ett konto, ta ibruk, fa igang, borja*, kor igang, satter igang | open, opening, start, starting, create,
  creating, launch*, establish*, set up, setting up, begin, take into use, introduce, make, join, get a, have a, get
  its own, have its own, get our own, have our own, start up, spin up, kick off, get going, roll out, get on, be on,
  did a, started a, began
new: uusi, uuden, uutta, uusia, uudesta, uude*, uusien, uuteen | ny, nytt, nya, nyare | new, another, brand new
one_s_own: oma, oman, omaa, omat, omaan, omia, oman oma, ikioma | eget, egna, eget konto, en egen, egen | own, its
  own, their own, our own, of its own
propose: ehdot*, esitys, esityk*, esitan, esitamme, anomus, anomme, hakemus, ehdotus*, ehdotan, ehdotamme, ehdottais*,
  ehdottaisin, pistetaan pystyyn, visio, toive, toivomus, pyynto, hakisimme, anoisimme, idea, ideana, toivomme,
  toivoisimme, ehdotetaan, ehdottaisimme, ideana olisi, hakemus uudesta | foresl*, forslag*, anhall*, ansokan,
  foreslar, ide, onskemal, onskan om, vill foresla, motion om, ansok*, onskar fa, foreslas, vi anhaller, ansoker |
  suggest*, application, idea, pitch, wish, apply for, application for, suggestion*, request for/to/that, propos*, a
  request, requesting, requests, request for, we propose, suggestion for
suggestion: mitas jos, enta jos perust*, miten/mites olis/olisi/ois jos, mita jos, mitapa jos, enta jos | vad sags om
  en/ett, tank om, vad om, hur vore det, vore det inte | how/what about a/an/starting/opening, what if, how would it
  be
opened: avattu, avasi*, avannut, perustettu, perusti, perustimme, perustanut, luotu, loin, loimme, avattiin,
  perustettiin | oppnat, oppnade, startat, startade, skapat, skapade, grundat | opened, created, launched, started
add: lisaa, lisata, lisataan, lisaisitko, lisaatko, lisatkaa, rekisteroi*, merkitse, merkataan, kirjaa, vie, laita,
  laittakaa, ilmoita, ilmoitan, ilmoitetaan, ilmoittaa, lisatk*, lisattav*, lisaappa, viekaa, viedaan, veisitko,
  vieko, merkkaa, merkkaatko, merkkaisitko, merkitaan, listalle, listoille, kirjataan, kirjatkaa, listaan, rekkariin,
  tallenna*, syota | lagg till, lagga till, lagger till, registrer*, for in, anteckna, lagg in, lagga in, skriv in,
  skriv upp, for upp, satt upp pa listan, notera, ta med i, in i registret, inregistrera | add, adding, register,
  registering, enter, put, record, include, list it, note down, write down, put on the list, on the list, sign up
register: rekisteroi* | registrer* | register, registering
change: muokk*, muuttaa, muutta*, muuttu*, vaihda*, vaihta*, vaihtu*, korjaa, korjata*, oikaise, paivita ~ tiedot,
  paivita ~ osoite, paivita ~ vastuu*, paivita ~ yllapi*, muutettava, muuttaisi*, paivita ~ yhteys*, paivittaa ~
  tiedot, vaihtais*, vaihtaisi*, korjaisi*, korjaat*, korjattav*, vanhentun*, nimi vaihtu*, vastuuhenkilo vaihtu*,
  vaihdetaan, vaihdettais*, muuttunut, muuttui, vaihdettu | andrar, andras, andrats, byt, byta, byter, bytt, ratta,
  redigera, korrigera, uppdatera ~ uppgift*, uppdatera ~ ansvarig*, justera*, bytas, byttes, ska bytas, uppdatera ~
  lank*/adress*/namn*, andra pa, ska/vill/kan/maste/behover/att andra, andra ~ till, andra
  uppgift*/namn*/adress*/lank*/ansvarig*/det, byter namn, byt ut, har bytt, uppdatera ~ kontakt* | change, changes,
  changed, changing, edit, editing, modify, correct, fix, amend, replace, rename, update ~ contact*, update ~ details,
  update ~ url, update ~ responsible, update ~ maintainer*, adjust, alter, swap, update ~
  link/address/name/info/information, needs changing, renamed, new name, has a new name, update ~ details/entry
detail: osoite*, osoitt*, url*, linkki*, linkin, nimi, nimen, nimea, tiedot, tietoja, tietoihin, kuvaus*, tarkoitus,
  yllapitaj*, vastuuhenk*, paivitysvali*, tunnus, linkki, osoitteen, osoite, linkit, yhteyshenk*, tunniste*, kanavan
  nimi, kayttajanimi*, kasittelija*, yhteystied*, tarkoitus*, julkaisutiheys | adress*, lank*, namn*, uppgift*,
  beskriv*, ansvarig*, syfte*, kontaktuppg*, agare, anvandarnamn*, beskrivning* | url*, address*, link, name*,
  detail*, description*, contact*, owner*, maintainer*, responsible, purpose, information, handle, interval, links,
  username, responsible person, contact person, entry, record
interval: paivitysval* | uppdateringsinterv*, intervall* | interval
close: ei kayteta, lopet*, sulje*, sulke*, suljet*, poista*, poistu*, poistetaan, poistettu, lakkaut*, ei ole enaa, ei
  enaa, arkistoi*, ajetaan alas, kuopa*, kuopp*, tapetaan, alasajo*, ajetaan ~ alas, ajaa alas, pois kaytosta,
  deaktivoi*, loppuu, loppu, sulkemis*, sulkea, suljettu, lopettaa, loppumas*, ei jatketa, ei tarvita, hautaa,
  haudataan, lakkaa, passivoi*, irti, lopetus, poistuu, poistutaan, poistuttiin, ei enaa tarvi*, ei tarvita enaa,
  lahdetaan pois, lahtee pois, jatetaan pois, ei jaksa yllapitaa, sulkisi*, lopettais*, tarpeeton, turha kanava |
  avveckl*, stang*, lagg ner, lagga ner, lagger ner, laggs ner, lagg ned, lagga ned, ta bort, tas bort, avslut*, inte
  langre, ur bruk, arkivera*, slapp, slack*, skrota*, tas ur bruk, ta ur bruk, inaktiver*, upphor*, avslutas,
  nedlagg*, avveckling*, begrava, behovs inte, ska bort, laggas ned, laggas ner, lagger vi ner, lagger vi ned, behovs
  inte langre, behover inte langre, lamnar, vi slutar, slutar med, upphor med | retir*, close, closes, closed,
  closing, shut down, shutting down, discontinu*, delet*, remov*, decommission*, no longer, not in use, out of use,
  wind down, take ~ off, any more, anymore, kill, shut, shuts, shutting, deactivat*, sunset, scrap, get rid of,
  getting rid, terminat*, end the, ending, stop using, stopped using, dead channel, switch off, turn off, taken down,
  take down, pull the plug, archive, archived, archiving, don t need, do not need, not needed, leaving, leaves, pull
  out of, drop the, quits, quit the, wind up, phase out, phasing out
pause: tauo*, tauko*, kesatau*, talvitau*, joulutau*, jaahyll*, keskeyt*, hiljaiseloa, telakalle, lepaa, lepaamaan,
  hyllylle, tauotta*, tauolla, tauolle, kesatauolle, seis, seisomaan, pysayt*, jaadyt*, jaihin, jaissa, telakoi*,
  hiljennetaan | paus, pausa*, pausen, sommarpaus, sommaruppeh*, juluppeh*, uppehall*, vilande, vila, vilar,
  vinterpaus, julpaus, pa paus, stoppa tillfalligt, vilolage, tar paus, frysa, frys | paus*, on hold, on a break, on
  break, summer break, suspend*, hibernat*, freeze, taking a break, take a break, on hiatus, hiatus, go quiet, goes
  quiet, frozen, halt, stop for, not post until, not posting until, goes on a break
audit: audit*, auditoi*, tarkista ~ kanavat, tarkista kaikki, kay lapi, lapikay*, tarkistus, katselmus*, katselmoi*,
  tsekkaa kaikki, tsekkaa kanavat, kanavakatselmus, kaykaa lapi, kay ~ lapi, tarkista ~ kanava*, tilannetarkist*,
  puutte*, kuntotarkastus*, tarkasta, tarkastakaa, tarkastetaan, tarkastaisitko, tarkastus, tarkastuksen | granska*,
  granskning*, revision*, genomgang*, ga igenom, kontrollera alla, kolla alla, oversyn, inspektion, ga ~ igenom, kolla
  igenom, se over, brister, kontrollera ~ kanaler* | audit*, review all, go through, inspect*, health check, check
  all, check the register, check ~ channels/accounts, review ~ channels/accounts, problems with, anything wrong,
  health of, what needs attention, needs attention
idle: paivittamat*, kuollut, kuolleet, hiljais*, hiljaa, ilman, ei ole yllapi*, ei ole paivit*, ei paivit*, vailla,
  orvot, orpo*, vanhentu*, ajan tasalla, ajallaan, jaljessa, kunnossa, ei vastuu*, ei ole vastuu*, kukaan ei, puuttu*,
  kaipaa*, hiljentyny*, hiljeni*, nukku*, nukahta*, elottom*, passiivi*, ei paivitys*, unohtu*, unohdet*, hylat*,
  heitteil*, laimin*, haamukana*, ilman yllapit*, ei hoideta, paivityst* tarvits*, vanhoja, epaaktiivi*, retuperalla |
  inaktiv*, utan, ingen ansvarig*, ingen agare, i ordning, i skick, ouppdater*, doda, overgivna, inte uppdater*,
  saknar, saknas, foraldrad*, ingen skoter, ingen uppdaterar, behover uppdater*, tysta, tyst, tystnat, sover, somnat,
  glomda, glomt, bortglom*, passiva, passiv, inte skott*, ingen bryr, foraldralosa, foraldralos, ingen som skoter,
  gamla | idle, inactive, orphan*, without, no maintainer*, no owner*, no responsible, not been updated, not updated,
  up to date, out of date, overdue, unmaintained, dead, stale, abandoned, silent, missing, neglected, nobody, no one,
  need updating, needs updating, need an update, in order, quiet, asleep, sleeping, forgotten, forsaken, not active,
  behind, lapsed, ownerless, nobody looks, nobody s, haven t posted, hasn t posted, haven t been, hasn t been,
  slipping, falling behind
history: histori*, muutoshist*, muutosloki*, loki, lokitiedot, lokia, muutokset, mita muutoksia, muutoksista,
  historiatied*, muutosten, aiemmat, aikaisemmat, versiohist*, viime muutokset, mita muutettu, tapahtumahist* |
  histori*, vilka andringar, andringshist*, andringslogg*, andringar*, logg, senaste andringar*, andringarna,
  tidigare, handelselogg*, versionshist* | history, changelog, change log, log, recent changes, latest changes,
  changes, past changes, changes made, change history, audit trail, edit history, what happened to, previous versions,
  revision history
changed: kuka ~ muutti/muuttanut/vaihtoi/muokka*/lisasi/poisti, mita on muut*, mita ~ muutettu/muuttunut, mita ~
  muutet*/muuttu*/muuttun*/vaihdet*, kuka ~ vaihtanut/poistanut/lisannyt/muokannut, milloin ~ muutettiin/muutettu,
  mita kaikkea ~ muut* | vem ~ andrade/andrat/bytte, vem ~ tog bort, vem ~ lade till, vad har andrats/hant, vad har ~
  andrats/andrat/hant, vem har ~ andrat/bytt/tagit, nar andrades | who ~
  changed/edited/modified/removed/deleted/added, what has/s changed, what changed, what has ~ changed, what s been
  changed, has been changed in, what was changed, what did ~ change, when was ~ changed, who s been editing
undo: peru, perukaa, peruuta, perua, perutaan, peruttava, peruisitko, kumoa, kumota, kumotaan, palauta ~ edellinen,
  palauta ~ entinen, palauta ~ ennalleen, peruuttaa, peru ~ muutos, kumoapa, palauta, palauttaa, otetaan takaisin, ota
  ~ takaisin | angra, angrar, aterstall*, upphav, ta tillbaka, backa, backa tillbaka, aterta, gor ogjort | undo,
  revert, roll back, rollback, cancel the last, cancel that, take ~ back, restore the previous, un do, cancel last,
  cancel my last, reverse, go back, put it back, put ~ back, take that back
report: raport*, kanavarap*, somerap*, kuukausirap*, vuosirap*, viikkorap*, yhteenve*, tilasto*, tilannekats*,
  tilannekuva*, raportti, raportin, raporttia, koonti, koontia, koosta, lukuina, luvut, tunnusluvut, tilannetieto*,
  katsaus, tilanneraportti | rapport, rapporten, rapporter, manadsrap*, veckorap*, arsrap*, sammanfattning*,
  sammanstallning*, statistik*, lagesbild*, oversikt*, rapportera, siffror, nyckeltal, laget for, sammandrag,
  statusrapport | report, reports, summary, statistics, stats, figures, status report, numbers, overview report,
  status of all, breakdown, dashboard, key figures
updated: paivitin, paivitimme, paivitetty, paivitettiin, paivittanyt, paivittany, paivittaneet, paivitettya, postasin,
  postasimme, postattu, postannut, postattiin, julkaisin, julkaisimme, julkaistu, julkaistiin, julkaissut, laitoin,
  laitoimme, laitettu, laitettiin, laittanut, latasin, ladattu, tehty, teimme, tein, hoidettu, hoidin, hoidettiin,
  twiitta*, twiitat*, kuitattu, valmista, lisasin, lisasimme, jaoin, paivitetyks*, paivitys tehty, kavin
  paivittamassa/postaamassa/laittamassa/julkaisemassa, sain paivitettya/tehtya/julkaistua/laitettua, tuli uusi, uusi
  postaus/julkaisu/paivitys/video/juttu/storyn/stoori, kuittaan, kuittaus, lisattiin, lisatty, jaettiin, jaettu,
  jaoimme, somepaivitys, julkasin, julkastiin, laiton, lataisin, striimattiin, striimasimme, livetettiin, uudet
  aukioloajat, on julkaistu, on paivitetty, tuli laitettua, tuli paivitettya, uutta sisaltoa, uusi sisalto, kuvat
  laitettu, sain laitettua, valmis, valmiina, hoidettuna, hoidettu*, laitettiin ulos, ulkona, jaettu*, kavin paivitt*,
  ajastin, ajastettu, paivittyi, paivittynyt, paivittyivat, hoidin homman, homma hoidettu, homma hoidossa, latasimme,
  striimasin, stoorin, storyn, laitoin just, just laitoin, juuri laitettu, juuri paivitetty | uppdaterade, uppdaterat,
  uppdaterad, uppdaterats, postade, postat, publicerade, publicerat, la upp, la ut, lade upp, lade ut, lagt upp, lagt
  ut, klart, klar, gjort, fixat, fixade, avklarat, delade, nytt inlagg, ny post ute, gjorde ett inlagg, gjort ett
  inlagg, lade in, la in, lagt in, uppdatering gjord, ar gjort, laddade upp, laddat upp, streamade, postad,
  publicerad, ar ute, finns ute, ligger ute, ar publicerad, har postat, har publicerat, ny bild ute, har lagt ut, har
  lagt upp, lagt ut nytt, avklarad, schemalagt, delat, uppdaterades, har uppdaterats, publicerades, lades ut, lades
  upp, har lagts, la/lade/lagger ~ upp/ut, la just, precis lagt | updated, posted, published, uploaded, done, put up,
  finished, tweeted, shared a, made a post, added a post, wrote a post, taken care of, is up, did it, did that, new
  post, just posted, have put, refreshed, went up, went live, is live now, did an update, added a new, added new,
  streamed, posted to, sorted, are up, are out, is out, put something on, put a, has been updated, have been updated,
  has been posted, we ve posted, ve updated, ve posted, made an update, fresh post, new story, new photos up,
  scheduled, ticked off, was updated, were updated, got updated, was posted, put a story, posted a story, just put,
  just did, took care
other: joku, asiakas, asukas, kuntalainen, ulkopuoli* | nagon, kund, invanare | someone, somebody, resident,
  residents, customer, people
wait: palataan, palaa, odota, kokeile uudestaan | vanta, aterkom | wait, try again, hold on, come back
assign: aseta, merkitse, laita | satt ~ som, ange | set ~ as, make ~ the, mark ~ as
not: en ole, en oo, ei ole, emme ole, ei oo, ei olla, en ehdi, en ehtinyt | inte, ej | not, haven t, hasn t, isn t,
  didn t, wasn t, never, nobody
remind: muistuta*, muistuttaa*, muistuttai*, muistuttele*, siirra muistut*, palaa asiaan, palataan asiaan, myohemmin,
  torkku, torkuta, torkuttaa, ei nyt, ei tanaan, lykka*, kysy uudestaan, kysy uudelleen, kysy minulta, muistutappa,
  muistuttakaa, muistuttele, siirra, siirtaa eteenpain, siirretaan myohemmaksi, palaa tahan, palaa tahan asiaan, kysy
  ~ uudestaan/uudelleen/myohemmin, kysele, kysy ens*, palauta mieleen, hatyytta*, hoputa, hiljenna, laita muistutus,
  muistutus, muistutukset, potki, herattele, ilmoita uudelleen | paminn*, senare, inte nu, inte idag, snooza, fraga
  igen, fraga mig, skjut upp, aterkom, paminnelse*, skicka paminnelse, kom tillbaka, skjut pa, skjuta upp, vanta med,
  snooz*, pausa paminn*, hor av dig, knuffa, stor mig inte | remind*, snooze, later, not now, not today, ask me, ask
  again, postpone, nudge, poke me, ping me, can t do it now, can t today, push it, push back, delay it, come back to
  me, check back, check with me, ping, try me again, get back to me, put it off, send/set ~ reminder, reminder again,
  another reminder
absent: lomat, kipea*, kipee*, kuumee*, sairas, loma, lomalla, lomalle, lomaa, lomailen, lomani, lomalta, kesaloma*,
  talviloma*, vuosiloma*, joululoma*, hiihtoloma*, poissa, poissaolo*, vapaalla, vapaata, virkavapa*, vanhempainvapa*,
  hoitovapa*, opintovapa*, isyysvapa*, aitiysvapa*, aitiysloma*, sairasloma*, sairausloma*, saikulla, saikku,
  sairaana, matkoilla, tyomatk*, lomautet*, en ole toissa, en ole paikalla, palaan toihin, lomailemassa, lomani alkaa,
  poissaoleva, reissussa, saldovapa*, lomaviik*, pekkasvapa*, hoitovap*, opintovap*, virkavap*, koulutuksessa, en oo
  toissa, emme ole toissa, en tyoskentele, kesalomal*, lomapaiv*, lomil*, lomiin, lahden loma*, jaan loma* |
  semester*, ledig*, franvaro*, franvarande, borta, tjanstledig*, foraldraledig*, sjukskriv*, sjukledig*, sjuk,
  tjansteresa, lediga, pa semester, vabbar, vab, forkyld, pa kurs, jobbar inte, inte pa jobbet, inte pa plats,
  mammaledig*, pappaledig*, semestrar, kurs, pa utbildning, utbildningsdag, ar inte har, inte pa jobb | away,
  vacation, holiday, on leave, leave, out of office, off work, absent, absence, sick, maternity, paternity, parental,
  ooo, not at work, off, travelling, traveling, annual leave, day off, days off, off sick, unwell, ill, at a
  conference, on a course, won t be in, not in the office, holidays, vacationing, pto, out from, out until, out on,
  out next, hols, at a training, in training, training day, seminar, away from work, gone for, not around,
  unavailable, on parental, on maternity, on sick
cover: sijai*, tuura*, varalla, paikkaa*, tuuraa*, tuuraaja*, sijaista*, sijaisena, paikalla minun, hoitaa sen aikana,
  tuuraajana, hoitaa minun, hoitaa mun, paikkani | vikari*, ersatt*, tacker upp, vikarier*, ersattare, hoppar in,
  tacker for, stallforetrad*, ar min vikarie, vikarien, i stallet for mig | cover*, substitut*, stand in, stands in,
  fills in, filling in, fill in, deputy, deputi*, instead of me, backup, covering, covers, backup is, my backup,
  replaces me, stand-in, steps in, my substitute, is my cover, will cover, is covering, deputises, acting for me
self: olen, oon, olemme, jaan, lahden, lahdemme, mulla, minulla, mun, minun, meen, menen, otan, pidan, mina, ma,
  palaan, lomani | jag, vi, min, mig, mitt | i, i m, i ll, we, my, me, am
give: luovut*, siirran, siirretaan, siirtaa, siirramme, siirra, siirtyy, ottaa vastuun/hoitaakseen/haltuun, jatkossa,
  uusi yllapitaja/vastuuhenkilo, uudeksi yllapitajaksi/vastuuhenkiloksi, jatkaa, luovuta, luovuttaa, siirretty,
  siirryt*, siirryn, vastuun, vastuu siirtyy, vastuuta, annetaan eteenpain, uusi vastuuhenk*, hoitaa jatkossa, hoitaa
  tasta, tasta lahtien, tastedes, tasta eteenpain, vaihtuu yllapit*, perii, ottaa haltuunsa, ottaa vastuulleen, en
  enaa hoida, en hoida enaa, lopetan hoitamis*, seuraajaksi, seuraajani, seuraajalle*, seuraajakseni | lamna/lamnar ~
  over, overlat*, overlamn*, tar/ta/ge/ger over, fortsattningen, framover, tas over, overta, overtar, overtas,
  overgar, hadanefter, fran och med nu, i fortsattningen, lamnar ifran, slutar skota, skoter hadanefter, skoter
  framover | hand/handing ~ over, handover, pass on, pass/passing ~ to, pass ~ on, transfer*, take/takes/taking over,
  new maintainer, successor, from now on, hand off, handing off, handoff, hand it, hand this, handing, reassign*, will
  be run by, is now run by, take on, takes on, taking on, new owner, from today, going forward, henceforth, give up,
  stepping down, inherit*
gone: lahtenyt, lahti, lopettanut, ei ole enaa toissa, ei ole enaa meilla, ei ole enaa kunnalla, irtisanoutu*, jaanyt
  elakkeelle, jai elakkeelle, elakkeelle, vaihtanut tyopaikkaa, vaihtoi tyopaikkaa, poistunut, poistui talosta, jaa
  elakkeelle, lopettaa tyot, lopetti tyot, lopetti tyonsa, ei toissa enaa | slutat, slutade, slutar, gatt i pension,
  pension*, sagt upp sig, jobbar inte langre, inte kvar, lamnat, slutade hos, slutar hos, har gatt vidare | has left,
  have left, left us, left the, no longer works, quit, resigned, retired from, has retired, no longer with, has quit,
  gone from, isn t with us, isn t here any, resigning, leaves us, leaving us, last day
give_to: anna, annan, annetaan, antaa, ottaa, ottaisi, ottaisiko, vaihdetaan | ge, ger, ta, tar | give, giving, gave,
  take, takes
mine: omat/minun/mun kanava*/tili*, omia kanavia, omien kanavien, kanavani, kanavistani, hoidettava*, mina/ma vastaan,
  hoidan, vastaan, olen/oon vastuussa, vastuullani, minun/mun vastuull*, minulla/mulla ~ tekematta/vastuulla, odottaa
  minua, tehtavani, kanavia/kanavat mulla/minulla, olen/oon yllapitaj*, mun hoidos*, minun hoidos*, mun vastuul*,
  mista vastaan, mista kaikesta vastaan, mita hoidan, kanavia hoidan, tileja hoidan, hoidettavani, mun hommat, mun
  homma, odottaako mua, odottaako minua, kaikki mun | mina kanaler/konton/uppgifter/arenden, skoter/ansvarar jag, har
  jag ansvar, mitt ansvar, vantar pa mig, jag ansvarig, har jag hand om, kanaler/konton har jag, mina sidor, mina
  saker, ar mina, kanaler ar mina, vad skoter jag, vad ansvarar jag, vad har jag ansvar, hor till mig, jag har hand,
  mina kanaler/konton | my channel*/account*/pages/tasks/responsibilit*, my ~ channel*, my to do, am i
  responsible/maintaining, i am responsible, do i maintain/manage/own/run, i manage/maintain, waiting for me, on my
  plate, am i in charge, do i look after, assigned to me, are mine, do i have ~ channel*/account*, channels do i have,
  what do i look after, what do i run, what do i own, mine to, i run, i look after, i own, what am i, what have i got,
  what s mine, are on me, do i handle, do i take care
wrong: vaarin, vaara, vaaran, virhe, virheell*, vanhentun*, ei pida paikkaansa | fel, felaktig*, stammer inte,
  foraldrad* | wrong, incorrect, outdated, mistake, typo, not right
regret: vahing*, moka, mokas*, mokat*, kadut*, erehd*, humala*, ajattelem*, salai*, salassa*, vaaran kuvan, vaaralle
  tilille | av misstag, misstag, rakade, angrar att, full, hemlig*, fel konto | by mistake, mistake, accident*,
  regret*, drunk, secret*, wrong account/picture/photo
busy: en ehdi, en kerkea, ei ehdi, en ehdi nyt, ei ole aikaa, kiire, kiireinen | hinner inte, har inte tid, har
  brattom, mycket nu | no time, don t have time, haven t time, too busy, busy, swamped
update_it: paivita, paivitan, paivittaisin, paivitys | uppdatera, uppdaterar | update
start: perust*, avata, avatt*, avais*, avaus*, avaukse*, aloitt*, alott*, luoda, luomme, kaynnist*, lanseer*,
  kayttoonot*, avaa, avaamme, avaamista, avaisi*, avataan, avattaisi*, avattais* | oppna, oppnar, starta, startar,
  skapa, skapar, grunda, grundar, ta i bruk, tar i bruk, borja med, lansera* | open, opening, start, starting, create,
  creating, launch*, set up, setting up, establish*, take into use
could: voiko, voimmeko, voisimmeko, voinko, voidaanko, voitaisiinko, voitasko, saammeko, saadaanko, onnistuuko,
  onnistuisiko, mahdollista | kan vi/jag/man, kunde vi/jag, skulle vi, gar det att, ar det mojligt | can we/i/our/the,
  could we/i/our/the, is it possible, possible to
acquire: haluamme/halutaan/haluaisimme/tarvitsemme/tarvitaan/tarvittaisiin/saisimme/hankitaan oman/oma/uuden/uusi,
  voisiko/voisko/saisiko/saisko/saako ~ olla/saada/tulla | vill ha/behover/skaffa/onskar en/ett/egen,
  kunde/skulle/borde ~ ha/fa | want/need/needs/wants/like/love/get/have a/an/our/another tiktok/instagr
  am/insta/facebook/youtube/page/channel/account/blog/podcast/linkedin/snapchat/discord/profile/group/whatsapp/telegra
  m/threads/twitch, could/should/shouldn ~ have/get a/an
"""
