"""What people say who want to know something (see `cues` for how it is written)."""

from __future__ import annotations

QUESTIONS = """\
who: kuka, kukas, kuks, kukahan, kukakohan, kukako, ketka*, kenen*, kenel*, kella, kelle, kellaan, kelta, keta,
  keneen, kehen, keihin, mika taho | vem, vems, vilka personer, vilken person | who, whos, whose, whom, whoever, which
  person, which colleague, somebody who, someone who
own: omist*, vastaa, vastaava*, vastuu*, hoita*, hoida*, hoitelee, pyorit*, yllapi*, hallinnoi*, hallitsee, kuka
  pitaa, ketka pitavat, paivitta*, paivittele*, julkaisee, julkaisevat, postaa, postaavat, postaile*, takana,
  huolehti*, admin, adminit, tekee, tekevat, kirjoittaa, moderoi*, somettaa, kayttaa, vetaa, puikoissa, kuuluu, pitaa
  huolta, pitaa ylla, hanskaa, handlaa, operoi, hoido*, lataa, lataavat, tuottaa, tuottavat, vetovastuu*, nimissa,
  hallussa, kontolla, hommia, hommaa, vastailee, vastuus, laittelee, laittaa sisaltoa, kuvaa, videoi | ager, agare*,
  ags, skot*, ansvar*, haller i, driver, drivs, forvaltar, forvaltas, uppdaterar, uppdateras, underhaller,
  administrer*, hand om, bakom, publicerar, postar, lagger upp, lagger ut, star for, modererar, skriver, gor, haller
  koll pa, tar hand, pysslar med, jobbar med, laddar upp, fixar, rattar, ligger bakom, har koll, filmar, snappar |
  own, owns, owned, owner*, run, runs, running, manag*, maintain*, handles, handling, responsib*, charge, behind,
  look* after, take* care, updates, updating, update, posts, posting, publish*, operat*, keeps, moderat*, controls,
  makes, edits, writes, uploads, uploading, takes care, responsible for, who does that, on top of, films
keeper: omistaja*, yllapitaj*, vastuuhenk*, vastaava*, hoitaja*, yhteyshenk*, yhteystie*, admin, adminit, adminin,
  paakayttaj*, paivittaj*, tekija*, moderaattor*, kontakti*, sisallontuottaja*, vastuutaho*, some vastaava*,
  vastaajat, hoitajat, puikoissa, puuhamies, vetaja, toimittaja*, yllapitajat, yllapito, yllapidon, paivittajat,
  admini*, vastuuhlo*, vastuuhenkil*, yhteyshlo*, puikois*, pyorittaj*, tekijat, moderointi* | agare*, ansvarig*,
  kontaktperson*, kontaktuppgift*, administrator*, uppdaterare, redaktor*, ansvarsperson*, moderator*, kontakt,
  uppratthall*, skotare, ansvarspersoner, ansvarige | owner*, maintainer*, manager*, contact*, admin, admins,
  administrator*, editor*, person responsible, responsible person, person in charge, people behind, moderator*,
  custodian, custodians, caretaker*, person who runs, people who run, webmaster*, handler*, keyholder*, go to person
credentials: tunnukset, tunnuksia, tunnuksen, tunnusten, salasan*, kirjautumi*, kayttooikeu*, kayttajatunnu*, paasy,
  paasya, paasee, oikeudet, oikeuksia, tunnarit, tunnareita, kayttooikeude*, paasyoikeu*, kirjautua, admin oikeu*,
  koodit | inlogg*, losenord*, behorighet*, anvandarnamn*, tilltrade, rattigheter till, koder*, inloggningen, atkomst,
  behorig*, admin rattigheter | password*, credential*, login*, log in, access, passcode*, admin rights, log into,
  sign in, credentials, permissions to, editing rights, admin access
contact: keneen/kehen ~ yhteyt*, kenelta/kelta ~ kys*, kenelle/kelle ~ viesti*/ilmoit*/laittaa, keneen/kehen otan,
  kenelle/kelle soit*/laitan, kenen kanssa, mihin ~ yhteyt*, ota/otan/ottaa yhteyt*, etsin, kuka voi
  auttaa/korjata/antaa, kuka voisi/osaa, kenelta/kelta/kenelt/kelt ~ pyyd*/saa/saan/saisi/saisin/sais,
  kenelle/kelle/kenel ~ vinka*/valit*/toimit*/lahet*/laitan/annan, kuka vois/voisi/voi ~
  vaihtaa/muuttaa/paivittaa/poistaa/auttaa/korjata, yhteytta keneen, tarvisin/tarvitsen ~ yhteystied*, mista saan
  kiinni, mista tavoit*, kuka tietais*, kelta/kenelta ~ tunnukset/oikeudet, mista saan ~ oikeu*/tunnu*,
  yhteyden/yhteytta ~ siihen/henkiloon/tyyppiin, siihen joka, sita joka, se joka, sille joka, henkilo* joka, henkilo*
  jolla, tyyppi* joka, kuka siella, ohjaan/ohjata/ohjaisin, kenelle ~ kuuluu | vem ~ kontakta/fraga/ringa/vanda/mejla,
  vem ~ tala/prata med, var ~ kontakta, letar efter, soker, vem kan hjalpa/lagga/ge/fixa, vem kan
  andra/ratta/uppdatera/svara pa/hjalpa, vem kan jag, till vem, vem ska jag/man, hur far jag tag, hur nar jag, behover
  ~ kontakt*, vem kan ~ andra/ratta/fixa, vem vet, vem kanner, den som skoter/har/postar/uppdaterar/ansvarar/driver,
  personen som, personen bakom, nagon som skoter, vet nagon vem | who/whom ~ contact/ask/call/email/reach/message, who
  ~ talk/speak to, reach who*, get in touch, who knows, contact for, looking for, trying to find, who can
  help/fix/give/add, who could, who can change/update/correct/give/let, who should/do i talk/bother/poke/nudge, how do
  i reach, how can i reach, who is the contact, point of contact, who should i bother, who can ~ fix/change, whoever
  does/runs/manages, word with, hold of, speak with, chat with, put me in touch, who knows about, the person who, the
  one who, somebody who, the people who, anyone know who, who s the one, who has the keys
todo: mita minun/mun pitaa paivittaa/tehda | vad behover jag gora, vad ska/maste jag uppdatera | what do i have/need
  to update, what should i update, what do i have to do
past_decision: kuka/ketka paatti*, kuka perusti/avasi | vem beslutade/bestamde/startade/oppnade | who
  decided/opened/started/created, who set up
last_updated: milloin ~ viimeksi/paivitetty, onko ~ paivitetty, paivitetty viimeksi | nar ~ senast, nar uppdaterades,
  har ~ uppdaterats | when was ~ updated, when ~ last, last updated, when did ~ last
may: saako*, saanko*, saammeko*, saatko, saavatko, saadaanko, saaks, saisiko, saisinko, kuka saa, ketka saavat,
  kenella saa, voiko*, voinko, voimmeko, voivatko, voidaanko, voiks, kuka voi, ketka voivat, pitaako*, pitaaks,
  pitaisiko, pitaisko, taytyyko, tarvitseeko, tarvitsenko, tarviiko, tarvitaanko, onko
  pakko/pakollis*/lupa/sallit*/kiellet*/oikein/ok, kuuluuko, kannattaako, kayko, sopiiko, tuleeko, kenen
  pitaa/taytyy/tulee/kuuluu, mita saa/saan/voi/pitaa/taytyy/tulee/kuuluu/kannattaa, mita ei saa, voi kayttaa, onko ok,
  onko luvallista, onks ok, onks sallittu*, onks pakko, sopiiks, kehtaako, uskaltaako, kuuluuks ~ vastata, saakos,
  saadaankos, saako mun, passaako, onko kielletty*, onko sallittua, joutuuko, taytyyks, tarviiks, tartteeko, tarttisko
  | far jag/vi/man/en/ett/alla/praktikant*/anstall*/vem, vem far/kan/maste/bor/ska, kan jag/vi/man/en/ett, bor, ska
  jag/vi/man/en, ar det tillat*/ok/okej/forbjud*, behover man/jag/vi, vad far/ska/maste/bor, vad kan jag, maste
  vi/jag/man/en, ska sidan/kontot, gar det bra, gar det an, ar det fritt, ar det lagligt, duger det, racker det, kan
  vi, kan man, far vi, ar vi tvungna, ar man tvungen, tillats, far ~ finnas/laggas/publiceras/visas/anvandas, behovs
  det, behovs ett/en | may, can i/we/anyone/someone/anybody/staff/employees/an/a/the/my/our/it/be, who
  can/must/should, who has/needs to, must we/i/the, should, do i/we have to, allowed, permitted, forbidden, do i/we
  need, does it/the/every need, does ~ need, supposed to, mandatory, ok/okay to, could i use, is it legal, is it fine,
  is it alright, is it all right, are we allowed, are staff, are you allowed, are we required, are we obliged, am i
  allowed, am i obliged, could we post/share/use, is there any rule, is anyone allowed, do staff, does staff, must
  every, can a, can one, can staff, can pupils, can you use, can you ~ publish*/post*, ok to, ok if, is it ok/okay
decide: paatta*, paatti*, paatok*, paatos*, hyvaksy*, valtuut*, lupa, luvan, lupaa, lupia, myonta*, nimea*, nimit*,
  kielletty*, sallit*, toimivalta*, paattaja*, kenen luvalla, hyvaksynta*, valtuuden, valtuuksia, siunau*, paatet*,
  paattaa, viranhaltijapaa*, antaa luvan, lupaa antaa, lupa uuteen | beslut*, bestam*, godkann*, tillstand*, tillat*,
  bevilja*, befogenhet*, lov, forbjud*, utser, utses, klartecken, tummen upp, far lov, valsigna*, ger lov, lov till |
  decid*, decision*, approv*, authori*, permission*, grant*, permit*, appoint*, who names, sign off, consent,
  approval, sign-off, go-ahead, green light, blessing, clearance, gives permission, says yes
rule: saant*, ohje, ohjeet, ohjeen, ohjei*, ohjeist*, ohjeessa, vaatimu*, edellyt*, vaadit*, kaytanno*, periaat*,
  perusteella, avaaminen, perustaminen, luominen, kayttoonotto, maksaa, budjet*, kustannu*, velvollisuu*, laki, lain*,
  laiss* | regel*, regler*, riktlinj*, anvisning*, policy*, kravs, krav, princip*, lagen, lag, instruktion*, galler
  for, vad galler, betalar, kostnad*, budget* | rule*, guideline*, guidance, policy, policies, requirement*, required,
  require*, instruction*, principle*, law, legal*, pays, pay, cost*, budget
how: miten, kuinka, miks, miksi, miksei, milloin, mites, missa tilanteissa, usein, kauanko, millainen, millaisia,
  millaista, minkalai*, mita tarvitaan, mita vaaditaan, mita tarkoitta*, mita teen, mita tehda, mita tehdaan, mita
  tapahtu*, mita jos, entapa, enta jos, minne, mihin ~ kayt*, mihin tarkoitu*, mitenka, mite, kui, kuis, kauan, missa
  ajassa, kuinka pian, kuinka usein, mihin aikaan, mista syysta, mitenkas, mita pitaa, mita ~
  voi/tehda/tapahtu*/kertoa/tekis*/hyot*/iloa/tavoitel*/kannattaa, milla nimella, mika nimi, millon, mita mielta |
  hur, varfor, nar, vad hander, vad betyder, vad gor, vad behovs, hurdan*, pa vilket satt, hur pass, vad gor man, vad
  gor vi, hur ofta, inom vilken tid, vad ~ kan/hander/gora/beratta, vilken roll, till vilket andamal | how, why, when,
  what happens, what does, what do i, what do we, what if, what is needed, what should, what counts, how come, what do
  you do, what do we do, what to do, how soon, how quickly, how often, in what way, what ~ could/happens, what kind
  of, in what, what about
define: mika on, mika ihme, mita on, mita ero*, mita tarkoitta* | vad ar, vad betyder, vad innebar | what is, what s,
  what are the, what does
must: pitaa, taytyy, tulee, pitaisi, kannattaa, oltava | maste, ska, bor, skall | must, should, have to, need to, has
  to, needs to
topic: sisalto, sisallo*, kommen*, kysymyks*, palaut*, mainos*, mainon*, kuvista, kuvien, tietosuoj*, tekijanoik*,
  loma, loman, lomien, kesalla, viesteihin, viesteista, viestit, tietoturva*, kriisi*, julkaista, julkaisu*, tyoaika*,
  tyoajalla, vaakun*, logo*, aloit*, yksityi*, vapaa aja* | innehall*, kommentar*, fragor, respons, annons*, bilder
  pa, dataskydd, upphovsratt*, meddeland*, arbetstid*, vapen*, logo*, kris*, privat*, initiativ | content*, comment*,
  question*, feedback, advert*, ads, photos of, photo of, privacy, copyright*, messages, working time, working hours,
  logo*, coat of arms, crisis, complaint*, hate*, offensive, confidential, risk*, initiative*
matter: salassapi*, salainen, salaista, salaisia, vaitiolo*, luottamuks*, oppilai*, oppilaan, lapsi*, lasten ku*,
  kuvauslu*, arvon*, kilpailu*, vaalit, vaalimain*, politii*, mielipite*, haukku*, haukkuu, solva*, uhkaa*, uhkail*,
  vihapuh*, trolli*, spammi*, roskapost*, tekstit*, saavutettav*, selkokiel*, emoji*, hashtag*, viestinta, tykat*,
  tykka*, seurata, seuraaj*, vapaa-aik*, vapaalla olles*, omalla nimel*, kaveri*, asiakkaan, asiakas*, potila*,
  asukkai*, kuntalais*, reklamaat*, valitu*, vastata, vastaamin*, reagoi*, meem*, musiikk*, biisej*, livestriim*,
  kuvapank*, tekoaly*, hyoty*, tunti*, tuntia, minuut*, kertaa, katselu*, twiittia, ihmista, henkiloa, henkea,
  postausta, joululom*, hiihtolom*, syyslom*, talvilom*, paasiais*, markkinoin*, suljet* ~ ryhm*, tiedot* ~ lehd*,
  sovellus, sovelluks*, aukioloa* | sekret*, tystnad*, konfidentiell*, elev*, barn, barnen, tavling*, utlottning*,
  val, politik*, asikt*, hat, hatisk*, hot, hotfull*, troll, skrappost, text*, tillgang*, emoji*, hashtagg*, gilla,
  folja, foljare, fritid*, eget namn, kund*, patient*, invan*, klagom*, svara, besvara, reagera, mem*, musik*, strom*,
  ai, nytta, timmar, bilder, minuter, marknadsfor*, sluten/slutna/stangd ~ grupp*, samarbete, jullov*, sommarlov* |
  secret*, confiden*, pupil*, child*, kids, minors, contest*, competition*, giveaway*, raffle*, election*, politic*,
  opinion*, abus*, rude, threat*, troll*, spam*, subtit*, caption*, accessib*, emoji*, hashtag*, liking, follow,
  followers, free time, spare time, own name, client*, patient*, residents, citizen*, reply, replies, replying,
  respond*, answer*, react*, meme*, music, song*, livestream*, ai, chatgpt, hours, minutes, pictures, tweets, pixels,
  views, benefit*, marketing, closed ~ group*, strategy
suit: sopi*, sopivi*, paras, parhai*, parhaiten, suosit*, tavoitta*, kannattaisi, tarkoitettu, suunnattu, kohderyhm* |
  bast, basta, passar, rekommender*, lamplig*, na ut, na unga, avsedd*, malgrupp* | best, suit*, recommend*, to reach,
  better, appropriate, worth, meant for, intended for, target group*, audience*
incident: hakkero*, kaapat*, varast*, murtautu*, vuoti, vuotan* | hacka*, kapa*, stulen, stulna, intrang | hack*,
  stolen, hijack*, breach*, leak*
book: lista*, luettelo*, kanavaluettelo*, rekisteri*, kirjaa, listalle, listalla, listaan, listoille, rekkari*,
  kanavarekisteri* | forteckning*, register, registret, listan, kanalregist*, kanallist* | list, register, registry,
  records, inventory, the list, our list, channel list, channel register
count: kuinka monta, montako, monta, paljonko meilla, kuinka paljon ~ tileja/kanavia, moniko, kuinka moni | hur manga,
  antal | how many, number of, total
which: mita, mitka, missa, mille, milla, mitkas, mista, mika, montako, monta, missa kaikissa, mis, mil, mitas, mitka
  kaikki, mita kaikkia, mihin, minne, kuinka monta, mita kaikkea, mill | vad, vilka, vilket, vilken, hur manga, var,
  var nanstans, vilka alla, vart, var hittar, var ser, vilka plattformar, vilka konton | which, what, where, how many,
  whereabouts, what all, which platforms, what platforms, what pages, which pages
show: listaa, nayta, naytatko, luettel*, listaus, haluan nahda, listaisitko, listaatko, kerro kaikki, luettele, anna
  lista, haluaisin nahda, naytappa, katsotaan, listausta, kerrotko, kertoisitko, luettelisitko, haluan listan,
  haluaisin listan, tarvitsen listan, saisinko listan | visa, lista, rakna upp, ge mig, visa mig, rakna, ge en lista,
  vill se, jag vill se, skriv ut, jag vill ha en lista, behover en lista | list, show, display, give me, see,
  overview, show me, tell me all, tell me every, list all, i want to see, let me see, print, enumerate, show all, give
  a list, need a list, want a list, run through, what all
all: kaikki, kaikkia, kaikista, kaikkialla | alla, samtliga | all, every, everything, complete
plural: kanavat, kanavi*, paakanav*, tilit, tileja, tileista, sometilit, somekanava*, somet, someja, profiilit,
  alustat, alustoi*, kanavaluettelo*, kanavalista*, somelista*, tileihin, kanaviin, kanavissa, kanavista, kanavien,
  kanavilla, someissa, sometileja, sometilien, facet, instat | kanaler*, huvudkanal*, konton, kontona, profiler*,
  plattformar*, kanalerna, vilka plattformar, vilka sidor | channels, accounts, profiles, socials, social media
  accounts, social media channels, which platforms, what platforms, which pages, what pages
is_there: onko*, onks, loytyyko, loytyyks, ollaanko, onkohan, onkse, onksse, loytyykohan, ollaanko me | finns, har vi,
  har ni, ar vi, finns det, finns vi, har vi nan, ^ar ~ pa, ^finns, ^har | do we, does, is the, are we, have we, is
  there, are there, has the, has ~ got, ^is ~ on, ^are ~ on, ^is ~ using
exists: onko olemassa, loytyyko, onko meilla, onko meidan | finns det, har vi | is there, are there, do we have, have
  we got
have: on, kaytossa, mukana, loytyy, olemassa, kaytos | har, anvander, finns, anvander vi | have, has, use, uses, on,
  got, having
our: meilla, meidan, meija*, kunnalla, kunta, kaupungilla, kaupunki, kuntamme, kunnassa, kunnallamme | vi, vart, vara,
  oss, kommunen, kommun, kommunens | we, our, ours, us, municipality, town, city, town s, municipality s, organisation
can_see: saanko/saisinko ~ lista*, voinko nahda, voisinko saada | kan jag fa/se, far jag se | can i get/see/have, may
  i have/see, can we see
ours: meidan, meijan, meille, meikalais*, kunnan, kaupungin, virallinen, aito, luottaa, luotettav*, tarkista,
  tarkistatko, varmista, oikeasti, oikeesti, tunnistatko, kuuluuko, kuuluuks, kuulukohan, teidan, teijan, tunnette*,
  tunnetko, kunnalle, kaupungille | vart, var, vara, kommunens, officiell*, akta, lita pa, kontrollera, kolla,
  verifiera, riktig*, hor till oss, tillhor, hor den, er, ert, riktiga | ours, our, to us, official, genuine, real,
  really, legit*, trust*, verify, check, authentic, belong*, recognise, recognize, yours, genuinely, belongs
this: tama, taa, tahan, tata, tallainen, tuo, toi | detta, det har, den har, denna | this, that
fake: huija*, valetil*, feik*, vaarenn*, epailytt*, kalastelu*, esiintyy, vaarennos, feikki*, hamar*, esittaa,
  esiintyyko, esiintyvat, huijar*, huiput* | bluff*, falsk*, bedrageri*, fejk*, lurendrej*, latsas*, lat sas*, utger
  sig, svindel*, oakta | scam*, fake*, fraud*, phish*, impersonat*, suspicious, spoof*, pretend*, pretending, bogus,
  imposter*, impostor*, clone, dodgy, suspect
pass_on: jakaa, jaa, linkit*, julkaista | dela, lanka | share, link to, repost
advice: neuvoo, neuvoja, neuvoa, neuvontaa, opasta*, opastus*, opettaa, kouluttaa, tukea someen | ger rad, vagled*,
  handled*, undervis*, skolar in, utbildar | advice, advise*, guides, teach*, train*
generic: yksikon, yksikoiden, yksikolla, yksikoilla, jokaisen, kunkin, toimialan, toimialojen | enhetens, enheternas,
  varje enhet, en enhets | unit s, units, each unit, every unit, each page, every page
where: mihin, minne, mista naen, mista loyd* | vart, var ser, var hittar | where
"""
