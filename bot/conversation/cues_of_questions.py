"""What people say who want to know something (see `cues` for how it is written)."""

from __future__ import annotations

QUESTIONS = """\
who: kuka, kukas, kuks, kukahan, kukakohan, kukako, ketka*, kenen*, kenel*, kella, kelle, kellaan, kelta, keta,
  keneen, kehen, keihin, mika taho | vem, vems, vilka personer, vilken person | who, whos, whose, whom, whoever, which
  person, which colleague, somebody who, someone who
own: omist*, vastaa, vastaava*, vastuu*, hoita*, hoida*, hoitelee, pyorit*, yllapi*, hallinnoi*, hallitsee, kuka
  pitaa, ketka pitavat, paivitta*, paivittele*, julkaisee, julkaisevat, postaa, postaavat, postaile*, takana,
  huolehti*, admin, adminit, tekee, tekevat, kirjoittaa, moderoi*, somettaa, kayttaa, vetaa, puikoissa, kuuluu | ager,
  agare*, ags, skot*, ansvar*, haller i, driver, drivs, forvaltar, forvaltas, uppdaterar, uppdateras, underhaller,
  administrer*, hand om, bakom, publicerar, postar, lagger upp, lagger ut, star for, modererar, skriver, gor | own,
  owns, owned, owner*, run, runs, running, manag*, maintain*, handles, handling, responsib*, charge, behind, look*
  after, take* care, updates, updating, update, posts, posting, publish*, operat*, keeps, moderat*, controls, makes,
  edits, writes
keeper: omistaja*, yllapitaj*, vastuuhenk*, vastaava*, hoitaja*, yhteyshenk*, yhteystie*, admin, adminit, adminin,
  paakayttaj*, paivittaj*, tekija*, moderaattor*, kontakti*, sisallontuottaja*, vastuutaho* | agare*, ansvarig*,
  kontaktperson*, kontaktuppgift*, administrator*, uppdaterare, redaktor*, ansvarsperson*, moderator*, kontakt |
  owner*, maintainer*, manager*, contact*, admin, admins, administrator*, editor*, person responsible, responsible
  person, person in charge, people behind, moderator*, custodian
credentials: tunnukset, tunnuksia, tunnuksen, tunnusten, salasan*, kirjautumi*, kayttooikeu*, kayttajatunnu*, paasy,
  paasya, paasee, oikeudet, oikeuksia | inlogg*, losenord*, behorighet*, anvandarnamn*, tilltrade, rattigheter till |
  password*, credential*, login*, log in, access, passcode*, admin rights
contact: keneen/kehen ~ yhteyt*, kenelta/kelta ~ kys*, kenelle/kelle ~ viesti*/ilmoit*/laittaa, keneen/kehen otan,
  kenelle/kelle soit*/laitan, kenen kanssa, mihin ~ yhteyt*, ota/otan/ottaa yhteyt*, etsin, kuka voi
  auttaa/korjata/antaa, kuka voisi/osaa | vem ~ kontakta/fraga/ringa/vanda/mejla, vem ~ tala/prata med, var ~
  kontakta, letar efter, soker, vem kan hjalpa/lagga/ge/fixa | who/whom ~ contact/ask/call/email/reach/message, who ~
  talk/speak to, reach who*, get in touch, who knows, contact for, looking for, trying to find, who can
  help/fix/give/add, who could
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
  pitaa/taytyy/tulee/kuuluu, mita saa/saan/voi/pitaa/taytyy/tulee/kuuluu/kannattaa, mita ei saa, voi kayttaa | far
  jag/vi/man/en/ett/alla/praktikant*/anstall*/vem, vem far/kan/maste/bor/ska, kan jag/vi/man/en/ett, bor, ska
  jag/vi/man/en, ar det tillat*/ok/okej/forbjud*, behover man/jag/vi, behovs, vad far/ska/maste/bor, vad kan jag,
  maste vi/jag/man/en, ska sidan/kontot | may, can i/we/anyone/someone/anybody/staff/employees/an/a/the/my/our/it/be,
  who can/must/should, who has/needs to, must we/i/the, should, do i/we have to, allowed, permitted, forbidden, is it
  ok/okay/possible, do i/we need, does it/the/every need, does ~ need, supposed to, mandatory, ok/okay to, could i use
decide: paatta*, paatti*, paatok*, paatos*, hyvaksy*, valtuut*, lupa, luvan, lupaa, lupia, myonta*, nimea*, nimit*,
  kielletty*, sallit*, toimivalta* | beslut*, bestam*, godkann*, tillstand*, tillat*, bevilja*, befogenhet*, lov,
  forbjud*, utser, utses | decid*, decision*, approv*, authori*, permission*, grant*, permit*, appoint*, who names,
  sign off, consent
rule: saant*, ohje, ohjeet, ohjeen, ohjei*, ohjeist*, ohjeessa, vaatimu*, edellyt*, vaadit*, kaytanno*, periaat*,
  perusteella, avaaminen, perustaminen, luominen, kayttoonotto, maksaa, budjet*, kustannu*, velvollisuu*, laki, lain*,
  laiss* | regel*, regler*, riktlinj*, anvisning*, policy*, kravs, krav, princip*, lagen, lag, instruktion*, galler
  for, vad galler, betalar, kostnad*, budget* | rule*, guideline*, guidance, policy, policies, requirement*, required,
  require*, instruction*, principle*, law, legal*, pays, pay, cost*, budget
how: miten, kuinka, miks, miksi, miksei, milloin, mites, missa tilanteissa, usein, kauanko, millainen, millaisia,
  millaista, minkalai*, mita tarvitaan, mita vaaditaan, mita tarkoitta*, mita teen, mita tehda, mita tehdaan, mita
  tapahtu*, mita jos, entapa, enta jos, minne, mihin ~ kayt*, mihin tarkoitu* | hur, varfor, nar, vad hander, vad
  betyder, vad gor, vad behovs, hurdan* | how, why, when, what happens, what does, what do i, what do we, what if,
  what is needed, what should, what counts
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
suit: sopi*, sopivi*, paras, parhai*, parhaiten, suosit*, tavoitta*, kannattaisi, tarkoitettu, suunnattu, kohderyhm* |
  bast, basta, passar, rekommender*, lamplig*, na ut, na unga, avsedd*, malgrupp* | best, suit*, recommend*, to reach,
  better, appropriate, worth, meant for, intended for, target group*, audience*
incident: hakkero*, kaapat*, varast*, murtautu*, vuoti, vuotan* | hacka*, kapa*, stulen, stulna, intrang | hack*,
  stolen, hijack*, breach*, leak*
book: lista*, luettelo*, kanavaluettelo*, rekisteri*, kirjaa | forteckning*, register, registret | list, register,
  registry, records, inventory
count: kuinka monta, montako, monta, paljonko meilla | hur manga | how many, number of
which: mita, mitka, missa, mille, milla, mitkas, mista, mika, montako, monta | vad, vilka, vilket, vilken, hur manga |
  which, what, where, how many
show: listaa, nayta, naytatko, luettel*, listaus, haluan nahda | visa, lista, rakna upp, ge mig | list, show, display,
  give me, see, overview, show me
all: kaikki, kaikkia, kaikista, kaikkialla | alla, samtliga | all, every, everything, complete
plural: kanavat, kanavi*, paakanav*, tilit, tileja, tileista, sometilit, somekanava*, somet, someja, profiilit,
  alustat, alustoi*, kanavaluettelo*, kanavalista*, somelista* | kanaler*, huvudkanal*, konton, kontona, profiler*,
  plattformar* | channels, accounts, profiles, socials, platforms
is_there: onko*, onks, loytyyko, loytyyks, ollaanko | finns, har vi, har ni, ar vi | do we, does, is the, are we, have
  we, is there, are there, has the
exists: onko olemassa, loytyyko, onko meilla, onko meidan | finns det, har vi | is there, are there, do we have, have
  we got
have: on, kaytossa, mukana | har, anvander | have, has, use, uses, on
our: meilla, meidan, meija*, kunnalla, kunta, kaupungilla, kaupunki | vi, vart, vara, oss, kommunen | we, our, ours,
  us, municipality, town, city
can_see: saanko/saisinko ~ lista*, voinko nahda, voisinko saada | kan jag fa/se, far jag se | can i get/see/have, may
  i have/see, can we see
ours: meidan, meijan, meille, meikalais*, kunnan, kaupungin, virallinen, aito, luottaa, luotettav*, tarkista,
  tarkistatko, varmista, oikeasti, oikeesti, tunnistatko | vart, var, vara, kommunens, officiell*, akta, lita pa,
  kontrollera, kolla, verifiera, riktig* | ours, our, to us, official, genuine, real, really, legit*, trust*, verify,
  check, authentic, belong*, recognise, recognize
this: tama, taa, tahan, tata, tallainen, tuo, toi | detta, det har, den har, denna | this, that
fake: huija*, valetil*, feik*, vaarenn*, epailytt*, kalastelu*, esiintyy | bluff*, falsk*, bedrageri*, fejk* | scam*,
  fake*, fraud*, phish*, impersonat*, suspicious, spoof*
pass_on: jakaa, jaa, linkit*, julkaista | dela, lanka | share, link to, repost
"""
