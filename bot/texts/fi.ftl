### Somebotin tekstit suomeksi. Lyhyesti, kohteliaasti ja hyvällä suomella.

## Kielet

language-fi = suomi
language-sv = ruotsi
language-en = englanti
in-language-fi = suomeksi
in-language-sv = ruotsiksi
in-language-en = englanniksi

## Vastaukset ohjeesta

edition = { $municipality }: { $name }.
edition-draft = Ohje on luonnos.
edition-approved = Hyväksytty { DATETIME($on, dateStyle: "medium") }, { $by }.
edition-approved-on = Hyväksytty { DATETIME($on, dateStyle: "medium") }; hyväksyjä ei ole tiedossa.
edition-summary = Teksti on tiivistelmä eikä vastaa ohjetta sanasta sanaan.
edition-translation = Tämä on käännös; ohjeen sitova kieli on { $binding }.
source-draft = luonnos
source-approved = hyväksytty { DATETIME($on, dateStyle: "medium") }
source-summary = tiivistelmä
source-translation = käännös (sitova kieli { $binding })
edition-not-approved = Hyväksymispäivää siinä ei ole.
edition-approved-unknown = Ohje on merkitty hyväksytyksi. En tiedä hyväksymispäivää enkä hyväksyjää.
edition-version = Versio: { $version }.
edition-version-unknown = Ohjeessa ei kerrota versiota.
edition-review = Ohje on määrä tarkistaa viimeistään { DATETIME($on, dateStyle: "medium") }.
edition-review-unknown = En tiedä, milloin ohje tarkistetaan seuraavan kerran.
edition-source = Alkuperäinen: { $source }
edition-source-unknown = En tiedä, missä alkuperäinen ohje on.
edition-languages = Ohjeen kielet: { $languages }.
edition-binding = Ohjeen sitova kieli on { $binding }.
edition-verbatim = Teksti on ohjeen omaa tekstiä sanasta sanaan.
answer-cite = luku { $section }: { $title }
answer-cite-section = luku { $section }
answer-editors-note = Huomautus (ei ohjeen tekstiä): { $note }
answer-candidates = En ole varma, mitä kohtaa tarkoitat. Tarkoititko jotakin näistä?
answer-unclear = En ymmärtänyt, mitä kysyt. Kerro hieman enemmän: mistä kanavasta, julkaisusta tai tilanteesta on kyse?
answer-topic = Ohjeessa ei sanota tästä mitään. Aihe: { $topic }.
answer-topic-ask = Lisätietoja: { $ask }.
answer-no-more = Tästä ohjeessa ei sanota enempää kuin tämä:
answer-reasons = Ohje ei perustele tätä enempää kuin tässä lukee:
answer-nearest = Lähimmät kohdat ohjeessa:
text-elsewhere = Ohjeessa tämä on vain { $language }; kohta on alla.
contents-hint = Valitse luku tai kirjoita esimerkiksi ”{ $example }”.
contents-number-unknown = Ohjeessa ei ole kohtaa { $number }.
forwarded = Kysymyksesi on lähetetty ICT-sihteerille: { $names }.
forwarded-not = Kysymystä ei saatu perille. Ota suoraan yhteyttä ICT-sihteeriin: { $names }.
forwarded-nobody = En vielä tiedä, kuka ICT-sihteeri on, joten kysymystä ei lähetetty. Kysy asiaa hallintopalveluista.
forwarded-guest = Kysymyksesi on lähetetty ICT-sihteerille.
forwarded-guest-not = Kysymystä ei saatu perille. Kysy asiaa hallintopalveluista.
section-unknown = Tätä kohtaa ei enää ole ohjeessa. Kysy asiaa uudestaan, niin haen vastauksen nykyisestä tekstistä.

## Painikkeet

button-whole = Lue koko kohta
button-read = Lue
button-contents = Sisällysluettelo
button-chapter = Luku { $section }
button-before = Edellinen: { $title }
button-after = Seuraava: { $title }
button-share = Jaa tähän keskusteluun
share-asked = kysyi: ”{ $question }”
command-other = Slackissa tämä komento on { $typed }, mutta botin asetuksissa { $command }, joten en osaa vastata siihen. Kirjoita minulle sillä välin suoraan viestillä, ja kerro tästä ICT-sihteerille.
share-who-reads = Vastauksessa on tietoja vain oman organisaation väelle, kuten henkilöiden nimiä. En näe, lukevatko tätä keskustelua myös muiden organisaatioiden ihmiset. Jaa kaikki vain, jos heitä ei ole mukana.
button-share-all = Jaa kaikki
button-share-public = Jaa vain julkiset tiedot
share-where = Jaa keskusteluun
share-to = Keskustelu
share-submit = Jaa
button-ask-secretary = Kysy ICT-sihteeriltä
button-updated = Päivitetty
button-show = Näytä kanava
button-show-short = Näytä
button-home = Oma sivu
button-retire = Poista käytöstä
button-show-channel = Näytä: { $channel }
button-handover-channel = Luovuta: { $channel }
button-handover-all = Luovuta kaikki kanavat
button-handover-of = Luovuta kanavat
button-edit = Muuta tietoja
button-more-facts = Täydennä tietoja
button-maintainers = Ylläpitäjät
button-pause = Tauko
button-resume = Päätä tauko
button-undo = Peru muutos
button-left = Merkitse lähteneeksi
button-verify = Tarkista tili
button-channels = Näytä kanavat
button-more = Näytä lisää
message-cut = Viesti on liian pitkä: se ei mahdu Teamsissa kerralla näkyviin. Kysy asiaa osa kerrallaan.
button-my-data = Lataa omat tiedot
button-remove-my-data = Poista omat tiedot
button-remove-my-data-now = Kyllä, poista tietoni
button-continue-data = Jatka
button-open-form = Avaa lomake
button-choose = Valitse
button-language = Suomi

## Kanavat

owners-none = Rekisterissä ei ole tällaista kanavaa.
owners-retired = { $channel } on poistettu käytöstä.
retired-still-in-use = Jos kanava on yhä käytössä, kerro siitä ICT-sihteerille.
owner-no-cover = Sijaista ei ole sovittu. Jos ylläpitäjä on poissa, kanavasta kysytään vastuuhenkilöltä.
owner-no-cover-between = Sijaista ei ole sovittu ajalle { DAYS($start, $end) }. Jos ylläpitäjä on silloin poissa, kanavasta kysytään vastuuhenkilöltä.
owner-no-decision = Rekisterissä ei ole tämän kanavan päätöstä. Päätös on voitu tehdä, vaikka sitä ei ole kirjattu.
owner-guest = Kanavan vastuuhenkilö ja ylläpitäjät näytetään vain kunnan henkilöstölle.
owner-what = Tunnen vain kunnan some-kanavien vastuuhenkilöt. Minkä kanavan vastuuhenkilöä etsit? Kirjoita kanavan nimi, esimerkiksi: kuka vastaa kirjaston Instagramista.
sought-none = En löytänyt kanavaa haulla ”{ $sought }”.
near-unit = Yksikön { $unit } kanavat:
near-other = Lähimmät kanavat:
ask-whom = Lisätietoja antaa:
ask-whom-unnamed = Lisätietoja antaa hallintopalvelujen ICT-sihteeri.
line-responsible = vastuuhenkilö
line-maintainers = ylläpito:
has-left = ei enää töissä kunnassa
covers-today = Sijainen tänään
until = { DATETIME($day, dateStyle: "medium") } asti
covers-ahead = Sovitut sijaiset
from-to = { DAYS($start, $end) }
duty-updates = Kanavaa on ylläpidettävä ja päivitettävä säännöllisesti: ohjeen luku { $section }.
duty-holidays = Ylläpidosta on sovittava myös loma-ajoiksi: ohjeen luku { $section }.
channels-heading =
    { $count ->
        [one] Yksi kanava
       *[other] { $count } kanavaa
    }
channels-paused =
    { $count ->
        [one] Yksi kanava tauolla
       *[other] { $count } kanavaa tauolla
    }
channels-paused-none = Yhtään kanavaa ei ole tauolla.
channels-pause-ahead = Tauko alkaa myöhemmin
channels-quiet =
    { $count ->
        [one] Yksi kanava ilman tuoretta tietoa päivityksestä
       *[other] { $count } kanavaa ilman tuoretta tietoa päivityksestä
    }
channels-quiet-none = Kaikista kanavista on tuore tieto päivityksestä.
channels-unkept =
    { $count ->
        [one] Yksi kanava ilman ylläpitäjää
       *[other] { $count } kanavaa ilman ylläpitäjää
    }
channels-unkept-none = Kaikilla kanavilla on ylläpitäjä.
channels-unanswered =
    { $count ->
        [one] Yksi kanava, jonka vastuuhenkilö on lähtenyt
       *[other] { $count } kanavaa, joiden vastuuhenkilö on lähtenyt
    }
channels-unanswered-none = Kaikilla kanavilla on vastuuhenkilö.
channels-leavers =
    { $count ->
        [one] Yksi kanava, jolla on lähteneitä
       *[other] { $count } kanavaa, joilla on lähteneitä
    }
channels-leavers-none = Yhdelläkään kanavalla ei ole lähteneitä henkilöitä.
channels-retired =
    { $count ->
        [one] Yksi käytöstä poistettu kanava
       *[other] { $count } käytöstä poistettua kanavaa
    }
channels-retired-none = Yhtään kanavaa ei ole poistettu käytöstä.
channels-single =
    { $count ->
        [one] Yksi kanava, jolla on vain yksi ylläpitäjä tai ei yhtään
       *[other] { $count } kanavaa, joilla on vain yksi ylläpitäjä tai ei yhtään
    }
channels-single-none = Kaikilla kanavilla on vähintään kaksi ylläpitäjää.
channels-unlinked =
    { $count ->
        [one] Yksi kanava, jonka linkki puuttuu kunnan verkkosivuilta
       *[other] { $count } kanavaa, joiden linkki puuttuu kunnan verkkosivuilta
    }
channels-unlinked-none = Rekisterissä ei ole kanavaa, jonka linkin tiedettäisiin puuttuvan kunnan verkkosivuilta.
audit-beyond = En osannut valita kaikella, mitä kirjoitit. Tässä on kaikki, mikä rekisterissä kaipaa huomiota.
channels-beyond = En osannut rajata luetteloa kaikella, mitä kirjoitit. Siinä voi olla muitakin kanavia kuin tarkoitit.
mine-heading = Sinun kanavasi
mine-none = Et ole minkään rekisterissä olevan kanavan vastuuhenkilö etkä ylläpitäjä.
register-there = Osoite on jo rekisterissä.
mine-why = Muistutan kanavasta, kun sen päivitysväli on kulunut eikä päivityksestä ole tietoa.
home-heading = Somebot
home-intro = Kysy sosiaalisen median ohjeesta tai siitä, kuka kanavasta vastaa.
home-ask = Kysy
home-covers = Sijaisuutesi
home-duties = Avoimia velvoitteita: { $count }
home-register = Rekisteröi kanava
home-keeping = ICT-sihteerin työt
home-attention = Huomiota kaipaavia kanavia: { $count }
home-gaps = Vastausta vailla olevia kysymyksiä: { $count }
home-shadow = Muistutuksia ei vielä lähetetä muille kuin sinulle.
home-start = Aloita
home-reminders = Muistutukset voi keskeyttää joiksikin päiviksi.
home-pause = Keskeytä
mine-waiting =
    { $count ->
        [one] Yhden kanavan päivityksestä ei ole tuoretta tietoa. Jos kanava on päivitetty, kerro siitä painikkeella.
       *[other] { $count } kanavan päivityksestä ei ole tuoretta tietoa. Jos kanavat on päivitetty, kerro siitä painikkeilla.
    }
verify-what = Minkä tilin tarkistan? Lähetä tilin osoite, @nimi tai kanavan nimi.
verify-named = Kunnan rekisterissä on tämän niminen kanava:
verify-ours = Kyllä, { $address } on kunnan kanava.
verify-ours-several = Kyllä, kunta käyttää nimeä { $address } näissä kanavissa:
verify-compare = Samanniminen tili muussa palvelussa voi olla jonkun muun. Vertaa osoitetta.
verify-retired = { $address } on ollut kunnan kanava, mutta se on poistettu käytöstä.
verify-not-listed = { $address } ei ole kunnan rekisterissä.
verify-own-site = { $address } on kunnan omilla verkkosivuilla. Se ei ole some-kanava, joten sitä ei ole rekisterissä.
channels-quiet-none-of = Kaikista näistä kanavista on tuore tieto päivityksestä: { $channels }.
nothing-waits = Mikään ei odota sinua.
absences-own-none = Sinulle ei ole merkitty poissaoloja.
verify-no-account = Osoitteesta ei näy, kenen tili on. Lähetä julkaisijan profiilin osoite, niin tarkistan sen.
verify-looks-like-ours = Ole tarkkana: { $address } ei ole kunnan rekisterissä.
verify-likeness-host = Osoite muistuttaa tuttua osoitetta mutta vie muualle. Kunnan rekisterissä on:
verify-likeness-same-name = Kunnalla on samanniminen kanava muualla, mutta se ei kerro, kenen tämä tili on. Kunnan rekisterissä on:
verify-likeness-same-look = Nimi näyttää samalta kuin kunnan kanavalla, mutta kirjaimet tai välimerkit ovat toiset. Kunnan rekisterissä on:
verify-likeness-more-words = Nimessä on kunnan kanavan nimen lisäksi muuta. Kunnan rekisterissä on:
verify-likeness-nearly = Nimi poikkeaa vain vähän kunnan kanavan nimestä. Kunnan rekisterissä on:
verify-impostor = Jos tili esiintyy kunnan nimissä, toimi näin:
verify-step-no-reply = Älä vastaa tilille, älä ala seurata sitä äläkä avaa sen linkkejä.
verify-step-screenshot = Ota kuvakaappaus, jossa myös tilin osoite näkyy.
verify-step-report = Ilmoita tilistä palvelun omalla ilmoitustoiminnolla.
verify-step-tell = Kerro asiasta ICT-sihteerille:
verify-step-tell-unnamed = Kerro asiasta hallintopalvelujen ICT-sihteerille.
verify-tell-secretary = Kerro ICT-sihteerille
verify-question = Onko tämä tili kunnan, vai esiintyykö joku kunnan nimissä? { $address }

state-active = ajan tasalla
state-idle = päivittämättä
state-unconfirmed = ei tuoretta tietoa päivityksistä
state-unknown = päivitysten lähdettä ei saada luettua
channel-is-new = uusi rekisterissä
next-due = päivitä viimeistään { DATETIME($day, dateStyle: "medium") }
status-proposed = ehdotettu
status-authorised = valtuutettu
status-decided = päätetty
status-in-use = käytössä
status-paused = tauolla
status-paused-until = tauolla { DATETIME($day, dateStyle: "medium") } asti
status-pause-ahead = tauolla { DAYS($start, $end) }
status-retired = poistettu käytöstä
evidence-seen = Päivitys nähty { DATETIME($on, dateStyle: "medium") }
evidence-told = Ilmoituksen mukaan päivitetty { DATETIME($on, dateStyle: "medium") }
evidence-checked = ICT-sihteerin mukaan päivitetty { DATETIME($on, dateStyle: "medium") }
evidence-registered = Ei vielä tietoa päivityksistä; rekisterissä { DATETIME($on, dateStyle: "medium") } alkaen
evidence-none = Päivityksistä ei ole tietoa

since = { DATETIME($day, dateStyle: "medium") } alkaen
source-address = osoite ei ole sellainen, jota botti voi seurata
source-gone = osoitteessa ei ole enää mitään
source-no-feed = sivulla ei ole syötettä, josta päivitykset näkyisivät
source-no-account = tiliä ei löydy, tai palvelu ei näytä sitä botille
source-forbidden = palvelin ei päästä bottia sisään
source-certificate = sivuston varmenne ei kelpaa
source-unreadable = osoitteesta ei tule syötettä, jota voisi lukea
source-key = kunnan avain palveluun ei riitä tai on vanhentunut
source-server = palvelin ei vastaa kunnolla
source-newest = uusin päivitys { DATETIME($on, dateStyle: "medium") }
source-undated = osoitteesta ei näy päivättyjä päivityksiä
address-tried = Kokeilin osoitetta: { $found }. Jos osoite on oikea, tallenna tiedot.
sources-found-heading = Mistä kanavien päivitykset näkyvät
sources-seen =
    { $count ->
        [one] Tätä kanavaa seuraan nyt itse. En kysy päivityksistä, jotka näen.
       *[other] Näitä { $count } kanavaa seuraan nyt itse. En kysy päivityksistä, jotka näen.
    }
sources-failing =
    { $count ->
        [one] Tämän kanavan lähdettä en saanut vielä luettua. Yritän uudestaan.
       *[other] Näiden { $count } kanavan lähdettä en saanut vielä luettua. Yritän uudestaan.
    }
sources-none =
    { $count ->
        [one] Tämän kanavan päivityksiä en näe, joten kysyn niistä ylläpitäjiltä. Jos päivityksille on syöte, sen osoitteen voi lisätä rekisteriin.
       *[other] Näiden { $count } kanavan päivityksiä en näe, joten kysyn niistä ylläpitäjiltä. Jos päivityksille on syöte, sen osoitteen voi lisätä rekisteriin.
    }
service-out-heading = { $service } ei näytä päivityksiä
service-out-key =
    Palvelun kanavia ei ole saatu luettua { DATETIME($since, dateStyle: "medium") } alkaen: { $why }. { $count ->
        [one] Kunnalla on siellä yksi seurattava kanava.
       *[other] Kunnalla on siellä { $count } seurattavaa kanavaa.
    } Pyydä botin ylläpitoa uusimaan avain: komento doctor kertoo, mitä siltä puuttuu. Siihen asti kanavista ei muistuteta ketään.
service-out =
    Palvelua ei ole saatu luettua { DATETIME($since, dateStyle: "medium") } alkaen. { $count ->
        [one] Kunnalla on siellä yksi seurattava kanava.
       *[other] Kunnalla on siellä { $count } seurattavaa kanavaa.
    } Vika on palvelussa, ei kanavissa: niistä ei muistuteta ketään, kunnes palvelu taas toimii. Sinun ei tarvitse tehdä mitään.

## Rekisterin kentät

group-channel = Kanava
group-people = Henkilöt
group-decision = Tarkoitus ja päätös
group-upkeep = Ylläpito
group-visibility = Näkyvyys ja seuranta
field-platform = Palvelu
field-name = Kanavan nimi
field-url = Osoite
field-handle = Tilin käyttäjänimi
field-account = Tilin osoite tai nimi
field-question = Kysymys
field-unit = Yksikkö
field-unit-sv = Yksikkö ruotsiksi
field-unit-en = Yksikkö englanniksi
field-scope = Laajuus
field-responsible = Vastuuhenkilö
field-maintainers = Ylläpitäjät
field-purpose = Tarkoitus
field-status = Tila
field-pause = Tauko
field-decision = Päätös
field-decision-by = Päätöksen tekijä
field-decision-on = Päätöksen päivä
field-decision-record = Päätöksen numero
field-weekly-hours = Työaika viikossa (tuntia)
field-update-interval-days = Päivitysväli (päivää)
field-website-link = Linkki kunnan verkkosivuilla
field-announced = Kanavasta on tiedotettu
field-official-marked = Yksikkö ja virallisuus näkyvät kanavassa
field-holiday-covers = Lomasijaiset
field-source = Päivitysten lähde
field-evidence = Viimeisin päivitys
field-closing = Sovittu lopettamisesta
field-closing-access-by = Pääsyoikeuksien poistaja
field-closing-archive = Sisällön säilytyspaikka
field-closing-announcement = Miten lopettamisesta tiedotetaan
field-add = Lisättävät ylläpitäjät
field-remove = Poistettavat ylläpitäjät
field-person = Henkilö
field-updated = Viimeisin tieto päivityksestä
field-state = Tilanne
field-channel = Kanava
field-start = Ensimmäinen päivä
field-end = Viimeinen päivä
field-reason = Syy
field-duty = Velvoite
field-exemptions = Vapautukset velvoitteista
field-confirmed = Vahvistukset
field-text = Mitä on tehty
field-learnt = Mitä opittiin
field-until-told = Toistaiseksi – paluupäivä ei ole tiedossa
field-cover = Sijainen
field-to = Uusi ylläpitäjä
field-authorised-by = Valtuutuksen antanut esihenkilö
field-no-successor = En tiedä, kuka jatkaa – kerro ICT-sihteerille
field-on = Päivä

value-none = ei merkitty
value-yes = kyllä
value-no = ei
value-date = { DATETIME($day, dateStyle: "medium") }
value-days = { DAYS($start, $end) }
scope-municipality = koko kunta
scope-unit = yksi yksikkö
platform-website = Verkkosivut
platform-podcast = Podcast
platform-blog = Blogi
platform-other = Muu

## Rekisterin hoito

registered = Kanava on lisätty rekisteriin:
edited = Tiedot on tallennettu:
edited-nothing = Mitään ei muutettu:
registered-tried = Katson, näkyvätkö kanavan päivitykset sen osoitteesta, ja kerron, mitä löytyi.
registered-corrected = Kanavan palveluksi merkittiin { $platform }, koska osoite on siellä.
registered-resembles = Osoite tai nimi muistuttaa toista kanavaa: { $channels }. Tarkista, että kanava on oikea.
not-told = Viesti ei mennyt perille: { $names }. Kerro asiasta itse.
retired = { $channel } on poistettu käytöstä. Lopettamisesta on sovittu näin:
retire-intro = { $channel } poistetaan käytöstä. Se jää rekisteriin historioineen mutta ei enää näy luetteloissa.
resumed = { $channel } on taas käytössä.
resume-intro = { $channel }: tauko { DAYS($start, $end) }
resume-none = { $channel } ei ole tauolla, eikä taukoa ole tulossa.
left = on merkitty lähteneeksi.
left-from = on merkitty lähteneeksi { DATETIME($on, dateStyle: "medium") } alkaen.
left-no-channels = Hänellä ei ollut kanavia.
left-wanting = Nämä kanavat tarvitsevat uuden ylläpitäjän tai vastuuhenkilön:
left-question = Merkitäänkö { $name } lähteneeksi { DATETIME($on, dateStyle: "medium") } alkaen?
left-unsure = Selvä, mitään ei ole merkitty. Kerro, kun lähtö ja sen päivä ovat varmoja.
left-kept = Näillä kanavilla on muita ylläpitäjiä:
left-successor = Kun merkintä on tehty, voit luovuttaa kanavat seuraajalle: { $name }.
left-keeps-nothing = Hänellä ei ole kanavia.
returned = { $name } on taas töissä.
returned-not-left = Henkilöä { $name } ei ole merkitty lähteneeksi.
returned-channels = Hänen kanavansa:
handed-over-all =
    { $count ->
        [one] Yksi kanava on luovutettu. Uusi ylläpitäjä:
       *[other] { $count } kanavaa on luovutettu. Uusi ylläpitäjä:
    }
paused = { $channel } on tauolla { DAYS($start, $end) }.
paused-later = { $channel } pidetään tauolla { DAYS($start, $end) }.
history-heading = Muutokset, uusin ensin
history-more = Vanhempia muutoksia on vielä lisää.
history-none = Muutoksia ei ole.
history-none-then = Tuolta ajalta ei ole muutoksia.
history-people = henkilötiedot
history-when = { DATETIME($at, dateStyle: "medium") } klo{"\u00A0"}{ CLOCK($time) }
and-more =
    { $count ->
        [one] ja yksi muu
       *[other] ja { $count } muuta
    }
quoted = ”{ $text }”
change = { $field }: { $before } → { $after }
changed-meanwhile = Joku muu on sillä välin muuttanut kanavan tietoja: { $changes }. Tarkista tiedot ja lähetä lomake uudestaan.
export-how = Rekisterin saa Excel-taulukoksi botin tekniseltä ylläpidolta, ja muokattu taulukko luetaan takaisin samaa tietä. Ylläpidolle: register export kanavat.xlsx ja register import kanavat.xlsx.
event-register = rekisteröinti
event-edit = tietojen muutos
event-retire = poisto käytöstä
event-pause = tauko
event-exempt = vapautus velvoitteesta
event-confirm = velvoitteiden vahvistus
event-updated = päivitysmerkintä
event-away = lomasijaisuus
event-back = poissaolo peruttu
event-absent = poissaolo merkitty
event-cover_declined = sijaisuudesta kieltäytyminen
event-handover = kanavan luovutus
event-maintainers = ylläpitäjien muutos
event-left = henkilö merkitty lähteneeksi
event-returned = henkilö palasi töihin
history-by-operator = botin ylläpito komentoriviltä
history-by-directory = työtilan henkilöluettelo
event-undo = muutoksen peruminen
event-language = kielen valinta
event-import = tuonti tiedostosta
event-directory = nimi haettu työtilasta
event-other = muutettu
undo-question = Viimeisin muutos on tämä. Perutaanko se?
undo-same-day = Päivityspäivä ei muutu, vaikka merkintä perutaan: samasta tai uudemmasta päivityksestä on muutakin tietoa.
undo-registration = Viimeisin muutos on tämä rekisteröinti. Jos perut sen, kanava poistetaan käytöstä, mutta se jää rekisterin historiaan. Perutaanko rekisteröinti?
undo-import = Viimeisin muutos on tuonti tiedostosta, eikä sitä voi perua yhdellä painalluksella. Voit poistaa tiedoston kanavat käytöstä yksitellen, tai rekisteri voidaan palauttaa varmuuskopiosta.
undo-none = Peruttavaa muutosta ei ole.
undo-none-then = Tuolta ajalta ei ole peruttavaa muutosta. Muutokset näet komennolla ”historia”.
undo-returned = Viimeisin muutos on merkintä henkilön palaamisesta töihin. Sitä ei voi perua näin: merkitse hänet tarvittaessa uudelleen lähteneeksi.
undo-not = Viimeisin muutos on tämä, eikä sitä voi perua näin, koska se ei koskenut yhtäkään kanavaa. Lähteneeksi merkityn henkilön saat takaisin komennolla ”palannut”.
undone = Muutos on peruttu: { $channels }.
undo-too-late = Tätä muutosta ei voi enää perua, koska kanavan tietoja on muutettu sen jälkeen. Katso muutokset komennolla ”historia”.
undo-erased = Tätä muutosta ei voi perua, koska kanava siirtyisi henkilölle, jonka tiedot on poistettu. Nimeä toinen henkilö komennolla ”muokkaa”.
audit-heading = Huomiota kaipaavat kanavat (rekisterissä kaikkiaan { $count })
audit-fine = Kaikki kanavat ovat kunnossa. Kanavia on { $count }.
audit-single-maintainer = Vain yksi ylläpitäjä tai ei yhtään
audit-orphaned = Vastuuhenkilö ja kaikki ylläpitäjät ovat lähteneet
audit-leavers = Vastuuhenkilö tai joku ylläpitäjistä on lähtenyt
audit-given-up = ylläpitäjä haluaa luopua
audit-not-linked = Linkki puuttuu kunnan verkkosivuilta
duties-heading = Kanavan velvoitteet
duties-open = Avoimet velvoitteet
duties-none-open = Rekisterin mukaan mikään velvoite ei ole auki.
duties-not-in-use = Kanava ei ole käytössä, joten sen velvoitteita ei seurata.
duties-not-laid-down = Ohjeen tiedoissa ei ole nimetty kanavien velvoitteita, joten niitä ei seurata.
duties-note = Tieto on rekisteristä ja siitä, mitä kanavista on nähty. ”Ei tiedossa” ei tarkoita, että velvoite olisi laiminlyöty.
duties-note-open = Tieto on rekisteristä ja siitä, mitä kanavista on nähty.
duties-on = { DATETIME($on, dateStyle: "medium") }
duties-section = luku { $section }
standing-kept = kunnossa
standing-open = auki
standing-unknown = ei tiedossa
standing-exempt = vapautettu
duty-decision-on-use = Käyttöönotosta on päätös
duty-responsible-persons-named = Vastuuhenkilö on nimetty
duty-superiors-authorisation = Esihenkilö on valtuuttanut ylläpitäjät
duty-named-maintainers = Vähintään kaksi voi päivittää
duty-working-time-defined = Työaika on sovittu
duty-unit-and-official-shown = Yksikkö ja virallisuus näkyvät
duty-website-link = Linkki kunnan verkkosivuilta
duty-announced = Kanavasta on tiedotettu
duty-regular-updates = Päivitetty ajallaan
duty-answer-messages = Viesteihin vastataan
duty-regular-following = Kanavaa seurataan
duty-holiday-maintenance = Lomasijaisesta on sovittu
duty-answer-as-feedback = Vastataan samassa ajassa kuin muuhun palautteeseen
lacking-decision-on-use = Käyttöönotosta ei ole kirjattu päätöstä
lacking-responsible-persons-named = Vastuuhenkilöä ei ole nimetty
lacking-superiors-authorisation = Esihenkilön valtuutusta ei ole kirjattu kaikille ylläpitäjille
lacking-named-maintainers = Alle kaksi voi päivittää
lacking-working-time-defined = Työajasta ei ole sovittu
lacking-unit-and-official-shown = Yksikkö tai virallisuus ei näy
lacking-website-link = Kunnan verkkosivuilta ei ole linkkiä
lacking-announced = Kanavasta ei ole tiedotettu
lacking-regular-updates = Ei päivitetty ajallaan
lacking-answer-messages = Viesteihin ei vastata
lacking-regular-following = Kanavaa ei seurata
lacking-holiday-maintenance = Lomasijaisesta ei ole sovittu
lacking-answer-as-feedback = Ei vastata samassa ajassa kuin muuhun palautteeseen
lacking-access-checked = Pääsyoikeuksia ei ole tarkistettu
exemption-until = { DATETIME($until, dateStyle: "medium") } asti: { $reason } (myönsi { $name })
exempted = { $channel }: velvoitetta ”{ $duty }” ei seurata { DATETIME($until, dateStyle: "medium") } asti. Sen jälkeen sitä seurataan taas.
exemption-ended = { $channel }: velvoitetta ”{ $duty }” seurataan taas.
button-exempt = Vapauta velvoitteesta
button-exemption-end = Päätä vapautus
duty-access-checked = Pääsyoikeudet on tarkistettu
access-heading = Poistettavat pääsyoikeudet
access-ask = He eivät enää ylläpidä kanavaa mutta voivat yhä päästä sen tilille. Poista oikeudet palvelusta, vaihda yhteiset salasanat ja kuittaa sitten tästä.
access-since = { $name } ei ole enää ylläpitäjä (muutos { DATETIME($since, dateStyle: "medium") }).
access-left = { $name } on lähtenyt ({ DATETIME($since, dateStyle: "medium") }).
access-done = { $channel }: pääsyoikeus on poistettu ({ $name }).
access-erased = Henkilö, jonka tiedot on poistettu
button-access-taken = Oikeus on poistettu
confirm-heading = Puolivuosittainen tarkistus
confirm-ask = Näitä asioita botti ei näe. Paina ”Kaikki kunnossa”, jos kaikki kanavan kohdalla mainittu pitää paikkansa.
confirm-access = Pääsyoikeudet ovat kunnossa, kun kanavan tilille pääsevät vain nimetyt, heitä on vähintään kaksi, lähteneiden oikeudet on poistettu, kaksivaiheinen kirjautuminen on käytössä ja palautusosoite on yksikön. Älä kirjoita salasanoja botille.
confirm-holders = Pääsy: { $names }
confirm-open = Auki: { $duties }
confirm-done = vastattu.
confirm-form = Poista valinta siitä, mikä ei ole kunnossa.
confirmed = { $channel }: kiitos, vahvistus on kirjattu.
confirmed-lacking = { $channel }: kiitos, tieto on kirjattu. Auki jää: { $duties }
button-confirm = Vahvista velvoitteet
button-confirm-all = Kaikki kunnossa
button-confirm-some = Jokin ei ole kunnossa
website-heading = Verkkosivuilta linkitetyt tilit, joita ei ole rekisterissä ({ $count })
website-nothing = Verkkosivuilta ei ole löytynyt linkkejä tileille, jotka puuttuisivat rekisteristä.
website-seen = nähty { DATETIME($on, dateStyle: "medium") } sivulla
website-looks-like = Osoite muistuttaa toista kanavaa: { $channels }. Tili on kuitenkin eri: tarkista, onko se kunnan.
website-link-settled = Tämä tili on jo käsitelty.
button-register-linked = Rekisteröi { $name }
button-not-ours = Ei meidän
button-linked-later = Myöhemmin
field-proofs = Tilin aitoudesta kertoo lisäksi
proof-mutual = verkkosivuilla on linkki tilille ja tilillä verkkosivuille ({ DATETIME($on, dateStyle: "medium") })
proof-own-domain = tilin nimi on kunnan omassa verkkotunnuksessa ({ DATETIME($on, dateStyle: "medium") })
report-heading = Sosiaalisen median kanavat { DATETIME($on, dateStyle: "medium") }
report-states = Tilanne
report-total = Kanavia yhteensä
report-platforms = Palveluittain
report-units = Yksiköittäin
report-duties = Mitä puuttuu, ja monellako kanavalla
report-reminders = Muistutukset viimeisten 30 päivän aikana
report-asked = Kanavasta kysytty
report-unanswered = Ei vastausta
report-answer-updated = Päivitetty
report-answer-seen = Päivitys näkyi lähteessä
report-answer-later = Siirretty myöhemmäksi
report-answer-handed-on = Luovutusta ehdotettu
report-answer-given-up = Halutaan luopua
report-answer-closing = Lopettamista ehdotettu
report-answer-covered = Sijainen nimetty
report-answer-away = Poissa
report-questions = Kysymykset ohjeesta viimeisten 30 päivän aikana
report-questions-asked = Kysymyksiä
report-gaps = Vastausta vailla nyt
report-waiting = Odottaa vastausta ICT-sihteeriltä
report-duties-none = Ei avoimia velvoitteita.
report-reminders-none = Kenellekään ei ole lähetetty muistutuksia.
report-questions-none = Kysymyksiä ei ole, eikä mikään odota vastausta ICT-sihteeriltä.
report-development = Kehitys
report-column-what = Mitä
report-column-count = Määrä
report-column-day = Päivä
report-column-total = Kanavia
report-column-in-use = Käytössä
report-column-open = Avoimia velvoitteita
report-line = kanavia { $total }, niistä käytössä { $used }; avoimia velvoitteita { $open }
report-note = Kehitys on laskettu muutoshistoriasta: siinä on vain se, mitä rekisteriin on kirjattu.
report-note-past = Luvut on laskettu muutoshistoriasta: niissä on vain se, mitä rekisteriin oli kirjattu. Se, mitä lähteissä ja verkkosivuilla näkyi, ei ole mukana.
report-note-files = Luvuista saa tulostettavan sivun ja Excel-taulukon botin tekniseltä ylläpidolta.
report-no-such-day = Siltä päivältä ei ole tietoja. Rekisterin muutoshistoria alkaa { DATETIME($first, dateStyle: "medium") }.
trouble-heading = Ongelmatilanne: { $channel }
trouble-what = Mitä on tapahtunut?
trouble-which = Minkä kanavan tilistä on kyse?
button-trouble-guideline = Mitä ohje sanoo
trouble-name-it = Kerro, minkä kanavan tilistä on kyse, esimerkiksi: tili on kaapattu kirjaston Facebook.
trouble-kind = Mitä on tapahtunut
trouble-opened = Kirjattu
trouble-holders = Tilille pääsevät
trouble-told = Ilmoitus lähetetty
trouble-address-found = osoite löytyi julkisista ohjeista { DATETIME($on, dateStyle: "medium") }
trouble-address-unchecked = osoitetta ei ole tarkistettu
trouble-step-report = Ilmoita palvelulle:
trouble-step-hijacked = Vaihda salasana, kirjaa muut laitteet ulos ja tarkista palautusosoite ja se, keillä on oikeudet. Jos et pääse tilille, tee nämä palvelun sivulla.
trouble-step-fake = Ota valetilin osoite ja kuvakaappaus talteen. Älä vastaa tilille äläkä avaa sen linkkejä.
trouble-step-tell = Kerro asiasta muilla kanavilla: { $channels }
trouble-step-log = Kirjaa, kenelle on kerrottu ja mitä on tehty.
trouble-words-hijacked = Näin voit kertoa: ”{ $channel } ei ole juuri nyt hallussamme. Älä avaa sen linkkejä äläkä vastaa sen viesteihin. Kerromme, kun tili on taas meillä.”
trouble-words-fake = Näin voit kertoa: ”Joku esiintyy nimellä { $channel }. Tili ei ole kunnan: älä avaa sen linkkejä äläkä anna sille tietojasi.”
trouble-log = Mitä on tehty
trouble-what-else = Onko tapahtunut muutakin?
trouble-will-tell = Kaappauksesta ja nimissä esiintymisestä lähtee ilmoitus heti, kun painat painiketta:
trouble-known = Tästä kanavasta on jo ilmoitettu: { $what }. Uutta ilmoitusta ei ole lähetetty.
trouble-end = Merkitäänkö tapaus päättyneeksi?
trouble-cases = Avoimet ongelmatilanteet
trouble-none = Avoimia ongelmatilanteita ei ole.
advice-threat = Jos joku on vaarassa, soita heti 112. Älä vastaa uhkaajaan. Ota kuvakaappaus talteen ja kerro heti esihenkilöllesi: hän huolehtii rikosilmoituksesta.
advice-hijacking = Näin toimitaan, jos tili kaapataan: kirjoita minulle ”tili on kaapattu” ja kanavan nimi, niin kerron siitä kanavan ylläpitäjille ja ICT-sihteerille. Vaihtakaa salasana, kirjatkaa muut laitteet ulos, tarkistakaa palautusosoite ja oikeudet, ilmoittakaa palvelulle ja kertokaa asiasta muilla kanavilla.
trouble-open-word = Huom. { $channel }: { $what }.
home-troubles = { $count ->
    [one] Avoin ongelmatilanne: { $channels }
   *[other] Avoimia ongelmatilanteita { $count }: { $channels }
}
trouble-command = avoimet ongelmatilanteet
trouble-fake-which = Jos tili jäljittelee jotakin näistä kanavista, valitse se. Näet ensin, kenelle ilmoitus lähtee.
trouble-fake-name-it = Jos tili jäljittelee tiettyä kunnan kanavaa, kerro, mitä, esimerkiksi: valetili kirjaston Facebook.
trouble-false-heading = Väärä hälytys: { $channel }
trouble-false = ilmoitus ”{ $what }” oli väärä hälytys.
trouble-back = Ilmoitus on peruttu vääränä hälytyksenä.
trouble-back-told = Siitä kerrotaan heille, joille ilmoitus lähti:
trouble-guest = Kiitos, että huomasit. Tee näin:
shut-out-step-reset = Kokeile palauttaa salasana palvelun kirjautumissivulla.
shut-out-step-others = Pyydä apua muulta, joka pääsee tilille:
shut-out-step-maintainer = Pyydä apua kanavan toiselta ylläpitäjältä, jos sellainen on.
shut-out-step-secretary = Jos kukaan ei pääse tilille, pyydä apua ICT-sihteeriltä
shut-out-step-secret = Älä lähetä salasanoja viestissä.
shut-out-suspect = Tästä ei lähtenyt ilmoitusta kenellekään. Jos joku muu on vaihtanut salasanan tai tilillä näkyy outoa, kyse voi olla kaappauksesta.
shut-out-other = Jos kyse on muusta kuin sosiaalisen median kanavan salasanasta, ota yhteyttä IT-tukeen.
clicked = Ota heti yhteyttä kunnan IT-tukeen, vaikka et olisi varma.
clicked-step-support = Kerro, mitä avasit, milloin ja millä laitteella. Älä poista viestiä äläkä avaa linkkiä uudelleen.
clicked-step-password = Jos annoit salasanasi, vaihda se heti toisella laitteella kaikkialla, missä se on käytössä.
clicked-step-bank = Jos annoit pankki- tai korttitietoja, soita heti pankkiin.
clicked-step-channel = Jos kyse oli kunnan kanavan tunnuksista, kerro kanava, esimerkiksi: tili on kaapattu kirjaston Facebook.
trouble-learnt = Viimeksi opittua ({ DATETIME($on, dateStyle: "medium") }): { $learnt }
trouble-over = Kanavan tilillä ei ole enää avointa tapausta.
trouble-closed = { $channel }: tapaus on suljettu, ja opittu on tallessa.
button-trouble-hijacked = Tili on kaapattu
button-trouble-fake = Joku esiintyy kunnan nimissä
button-trouble-log = Kirjaa, mitä on tehty
button-trouble-close = Tapaus on ohi
button-trouble-shut-out = Kirjautuminen ei onnistu
button-trouble-suspect = Epäilen kaappausta
button-trouble-back = Väärä hälytys
button-shut-out-ask = Pyydä apua ICT-sihteeriltä
button-trouble-show = Mitä nyt tehdään?

## Ylläpitäjille

updated = Kiitos! { $channel }: päivityspäiväksi on merkitty { DATETIME($on, dateStyle: "medium") }.
updated-older = Kiitos! { $channel }: rekisterissä on uudempi päivitys { DATETIME($newest, dateStyle: "medium") }, joten se jää voimaan eikä { DATETIME($on, dateStyle: "medium") } muuta päivityspäivää.
updated-not-noted = Selvä. { $channel }: päivitystä ei merkitty.
updated-nothing = Selvä, mitään ei ole merkitty.
updated-not-yet = Selvä. En merkinnyt vielä mitään. Kerro, kun kanava on päivitetty.
updated-which = Minkä kanavan päivitit?
updated-ask = { $count ->
    [one] Merkitäänkö kanava päivitetyksi { DATETIME($on, dateStyle: "medium") }?
   *[other] Mitkä kanavat merkitään päivitetyiksi { DATETIME($on, dateStyle: "medium") }?
}
button-updated-all = Kaikki ({ $count })
all-updated-ask = Merkitäänkö { $count ->
    [one] tämä kanava päivitetyksi
   *[other] nämä { $count } kanavaa päivitetyiksi
} { DATETIME($on, dateStyle: "medium") }?
updated-future = Päivä { DATETIME($on, dateStyle: "medium") } on vasta edessä, joten päivitystä ei merkitty. Kerro päivityksestä, kun se on tehty.
updated-old = Päivästä { DATETIME($on, dateStyle: "medium") } on yli vuosi, joten päivitystä ei merkitty. Tarkista päivä ja kerro uudestaan.
updated-retired = { $channel } on poistettu käytöstä, joten päivitystä ei merkitty. Jos kanava on yhä käytössä, kerro siitä ICT-sihteerille.
day-unread-no-day = Päivää { $day } ei ole.
day-unread-order = En ole varma, onko päivässä { $day } ensin kuukausi. Kirjoita päivä muodossa 24.12.2026.
day-unread-ahead = Päivä { $day } on vasta edessä. Mitä päivää tarkoitit?
day-unread-other = En ymmärtänyt tätä: ”{ $day }”. Anna päivä itse.
away = Poissa { DAYS($start, $end) }, sijaisena
away-confirm = Merkitäänkö näin?
away-channels = Kanavat: { $channels }.
away-asked = Kerron asiasta sijaiselle työaikana. Hän voi vielä suostua tai kieltäytyä, ja kerron sinulle vastauksen.
away-alone = Poissa { DAYS($start, $end) }. Sijaista ei ole, joten kanavistasi kysytään vastuuhenkilöltä ja tarvittaessa ICT-sihteeriltä.
away-partly = Poissa { DAYS($start, $end) }. Jo sovittu sijainen hoitaa omat päivänsä. Muina päivinä kanavistasi kysytään vastuuhenkilöltä ja tarvittaessa ICT-sihteeriltä.
away-whole = Aiemmin merkityt päivät ovat edelleen voimassa. Kaikkiaan olet poissa:
away-until-told = Koska paluupäivä ei ole tiedossa, poissaolo jatkuu enintään { DATETIME($end, dateStyle: "medium") } asti. Kun palaat, kirjoita minulle ”olen takaisin töissä”.
away-over = Poissaolo { DAYS($start, $end) } on jo ohi, joten sitä ei tarvitse enää merkitä.
away-over-or-later = Jos tarkoitit tulevia päiviä, valitse ne tästä.
away-over-some-day = Poissaoloa, joka on jo ohi, ei tarvitse merkitä.
away-remote = Etätyö ei ole poissaolo, joten sitä ei tarvitse merkitä. Jos et silloin hoida kanaviasi, kirjoita esimerkiksi ”olen poissa 1.12.–3.12.”.
away-moves = Nämä päivät tulevat poissaolon { DAYS($start, $end) } tilalle.
away-which-moves = Mikä poissaolo siirtyy?
away-who-covers = En löytänyt nimellä sijaista. Valitse hänet tästä.
away-nothing = Sinulla ei ole hoidettavia kanavia, joten poissaoloasi ei tarvitse merkitä.
away-of-other = En merkinnyt henkilön { $name } poissaoloa.
away-others = Jos kanavan ylläpitäjä on poissa, hän merkitsee poissaolonsa ja sijaisensa itse. Jos hän ei voi, kerro asiasta kanavan vastuuhenkilölle tai ICT-sihteerille.
away-others-secretary = Jos kanavan ylläpitäjä ei voi itse merkitä poissaoloaan, voit merkitä sen: kirjoita esimerkiksi ”@nimi on poissa 1.12.–5.12.”. Kerron merkinnästä hänelle.
away-of-other-nothing = Henkilöllä { $name } ei ole hoidettavia kanavia, joten poissaoloa ei tarvitse merkitä.
away-noted-of = { $name } on poissa { DAYS($start, $end) }: merkitty. Kanavista kysytään sijaiselta tai vastuuhenkilöltä ja tarvittaessa sinulta.
away-told-of = Kerron merkinnästä hänelle, ja hän voi perua sen.
button-away-days = { DAYS($start, $end) }
back = Poissaolo { DAYS($start, $end) } on peruttu.
back-none = Sinulle ei ole merkitty poissaoloa, joten mitään ei tarvitse perua.
button-away-change = Muuta päiviä tai sijaista
button-away-note = Merkitse
back-ahead = Poissaolosi on vasta edessä. Perutaanko se?
back-which = Mikä poissaolo perutaan?
button-back = Peru { DAYS($start, $end) }
absences-own = Sinun poissaolosi
absences-others = Poissa nyt tai myöhemmin
absences-none = Tiedossani ei ole poissaoloja.
absences-none-near = Näytän vain omat poissaolosi ja niiden poissaolot, joiden kanssa hoidat samoja kanavia. Tällaisia ei nyt ole.
absences-shown-near = Muut voivat silti olla poissa. Kuka kanavaa tänään hoitaa, näkyy kanavan tiedoista: kirjoita esimerkiksi ”kuka hoitaa kirjaston facebookia”.
absences-between = Poissa { DAYS($start, $end) }
absences-none-between = Tiedossani ei ole poissaoloja { DAYS($start, $end) }.
absences-no-cover = ei sijaista
absences-cover = sijaisena
handed-over = { $channel } on luovutettu. Uusi ylläpitäjä:
propose = Hienoa, että suunnittelette uutta kanavaa. Näin ohje neuvoo aloittamaan:
propose-ask = Opastusta antaa:
propose-exists = { $count ->
    [one] Tämä kanava on jo rekisterissä: { $channels }. Mitä haluat tehdä?
   *[other] Nämä kanavat ovat jo rekisterissä: { $channels }. Mitä haluat tehdä?
}

## Muistutukset

reminder-heading =
    { $count ->
        [one] Onko tätä kanavaa päivitetty?
       *[other] Onko näitä kanavia päivitetty?
    }
reminder-heading-list =
    { $count ->
        [one] Tästä kanavasta ei ole tullut vastausta
       *[other] Näistä kanavista ei ole tullut vastausta
    }
reminder-ask = Onko kanavaa päivitetty { DATETIME($on, dateStyle: "medium") } jälkeen?
reminder-ask-registered = Onko kanavaa päivitetty sen jälkeen, kun se merkittiin rekisteriin { DATETIME($on, dateStyle: "medium") }?
reminder-idle = Kanavalla ei näy päivityksiä { DATETIME($on, dateStyle: "medium") } jälkeen.
reminder-as-responsible = Olet kanavan vastuuhenkilö. Ylläpitäjiltä on kysytty jo aiemmin.
reminder-as-secretary = Kanavan ylläpitäjiltä ja vastuuhenkilöltä on kysytty, mutta vastausta ei ole tullut.
reminder-stands-in = Kysyn sinulta, koska { $name } on poissa.
reminder-last = Tämä on viimeinen muistutus tästä kanavasta.
reminder-rest = Näistä voit vastata kirjoittamalla, esimerkiksi ”päivitin kirjaston instagramin eilen”:
reminder-in-words = Voit vastata myös omin sanoin, esimerkiksi ”päivitin eilen” tai ”muistuta viikon päästä”.
reminder-in-words-last = Voit vastata myös omin sanoin, esimerkiksi ”päivitin eilen”.
reminder-no = Selvä. Milloin muistutan?
reminder-no-last = Selvä. Enempää muistutuksia ei ole tulossa. Jos et pääse päivittämään, voit tehdä näin:
reminder-no-more = Selvä. Muistutukset loppuvat, kun kanavaa on päivitetty. Voit myös tehdä näin:
reminder-promised = Hienoa! Kerro, kun se on tehty, niin merkitsen päivityksen. Milloin muistutan, jos se jää?
reminder-promised-last = Hienoa! Kerro, kun se on tehty, niin merkitsen päivityksen. Voit myös tehdä näin:
reminder-after-update = Uuden muistutuksen saat vasta, kun päivityksestä on taas liian kauan. Etukäteen en voi sopia siitä.
reminders-fewer = Muistutan kanavasta vasta, kun sen päivitysväli on kulunut eikä päivityksestä ole tietoa: enintään kerran työpäivässä, ja muutaman muistutuksen jälkeen en enää. Muistutuksia tulee harvemmin, kun päivitysväli on pidempi; sen muuttaa ICT-sihteeri. Voit myös merkitä poissaolon tai luovuttaa kanavan.
reminder-gone = { $count ->
    [one] Selvä. Muistutukset loppuvat, kun ICT-sihteeri poistaa kanavan käytöstä. Ehdota sitä tästä:
   *[other] Selvä. Muistutukset loppuvat, kun ICT-sihteeri poistaa kanavan käytöstä. Mitä kanavaa ei enää ole?
}
reminder-gone-retire = { $count ->
    [one] Selvä. Muistutukset loppuvat, kun poistat kanavan käytöstä:
   *[other] Selvä. Muistutukset loppuvat, kun poistat kanavan käytöstä. Mitä kanavaa ei enää ole?
}
resign = { $count ->
    [one] Selvä. Avaa kanavan luovutus ja nimeä jatkaja.
   *[other] Selvä. Minkä kanavan luovutat?
}
resign-words = ei ole enää minun
reminder-answer-updated = merkitty päivitetyksi { DATETIME($day, dateStyle: "medium") }. Kiitos!
reminder-answer-seen = päivitys nähty lähteessä { DATETIME($day, dateStyle: "medium") }. Sinun ei tarvitse vastata.
reminder-answer-later = muistutan uudestaan { DATETIME($day, dateStyle: "medium") }.
reminder-answer-handed-on = ehdotus luovutuksesta on lähetetty. Ylläpidät kanavaa, kunnes uusi ylläpitäjä on vastannut.
reminder-answer-given-up = kerroin ICT-sihteerille, että haluat luopua kanavasta. Ylläpidät sitä, kunnes jatkaja löytyy.
reminder-answer-closing = ehdotus kanavan lopettamisesta on lähetetty ICT-sihteerille.
reminder-answer-covered = sijaisesi hoitaa kanavaa { DATETIME($day, dateStyle: "medium") } asti.
reminder-answer-away = olet poissa { DATETIME($day, dateStyle: "medium") } asti; kanavasta kysytään vastuuhenkilöltä.
button-reminder-updated = Päivitetty tänään
button-reminder-day = Muu päivä
button-reminder-checked = Merkitse päivitetyksi
button-reminder-later = Muistuta myöhemmin
button-reminder-later-3 = 3 päivän päästä
button-reminder-later-7 = Viikon päästä
button-reminder-later-14 = 2 viikon päästä
button-reminder-more = Muu vastaus kanavasta
button-reminder-not-mine = Ei ole enää minun
button-request-pause = Pyydä taukoa
button-request-interval = Pyydä pidempää väliä
request-interval-words = Toivon kanavalle pidempää päivitysväliä.
button-reminder-close = Ehdota kanavan lopettamista
reminder-close-confirm = Ehdotetaanko ICT-sihteerille, että { $channel } lopetetaan?
button-reminder-away = Olen poissa
reminder-later-last = Tästä kanavasta ei ole enää tulossa muistutuksia, joten lykättävää ei ole.
snoozed = Selvä. Muistutan { DATETIME($on, dateStyle: "medium") }: { $channels }.
snooze-none = Sinulla ei ole nyt muistutuksia lykättävänä, enkä ota vastaan omia muistutuksia: muistutan itse, kun kanavan päivitysväli on kulunut. Kanaviesi tilanteen näet komennolla ”omat”.
snooze-not-sent = Muistutukset lähtevät itsestään, kun kanavan päivityksestä ei ole tietoa. En lähetä niitä pyynnöstä.
snooze-past = Voin muistuttaa aikaisintaan huomenna ja viimeistään vuoden päästä. Milloin muistutan?
preview-heading = Muistutusten esikatselu
preview = { $count ->
        [one] Tämä henkilö olisi jo saanut muistutuksen. Muistutuksia ei vielä lähetetä muille kuin sinulle; ne alkavat itsestään { DATETIME($start, dateStyle: "medium") }.
       *[other] Nämä { $count } henkilöä olisivat jo saaneet muistutuksia, uusimmat ensin. Muistutuksia ei vielä lähetetä muille kuin sinulle; ne alkavat itsestään { DATETIME($start, dateStyle: "medium") }.
    }
preview-day = { DATETIME($on, dateStyle: "medium") }
begins-heading = Muistutukset alkavat
begins = Muistutuksia lähetetään { DATETIME($on, dateStyle: "medium") } klo{"\u00A0"}{ CLOCK($time) } alkaen.
begins-to = { $people ->
        [0] Tämänhetkisten tietojen mukaan silloin ei muistuteta ketään.
        [one] Tämänhetkisten tietojen mukaan muistutuksen saa silloin yksi henkilö. Muistutus koskee { $channels ->
            [one] yhtä kanavaa
           *[other] { $channels } kanavaa
        }.
       *[other] Tämänhetkisten tietojen mukaan muistutuksen saa silloin { $people } henkilöä. Muistutukset koskevat { $channels ->
            [one] yhtä kanavaa
           *[other] { $channels } kanavaa
        }.
    }
button-reminders-start = Aloita muistutukset
reminders-started = Muistutuksia lähetetään { DATETIME($on, dateStyle: "medium") } alkaen.
reminders-going = Muistutuksia lähetetään jo.
button-reminders-pause = Keskeytä muistutukset
reminders-paused = Muistutuksia ei lähetetä kenellekään { DAYS($start, $end) }.
reminders-resumed = Muistutusten tauko on päättynyt. Niitä lähetetään taas.
button-reminders-resume = Lopeta tauko
reminders-of-a-channel = Yhden kanavan saat tauolle näin: tauko kirjaston Instagram.
digest-heading = Viikkokatsaus kanaviin
digest-unconfirmed = Pitkään ilman tietoa päivityksistä
digest-broken = Päivitysten lähdettä ei saada luettua
digest-unreachable = Henkilöt, joita botti ei tavoita
digest-not-linked = Linkkiä ei löytynyt kunnan verkkosivuilta – onko se siellä?
digest-access = Entisellä ylläpitäjällä voi yhä olla pääsy
digest-unregistered = { $count ->
        [one] Kunnan verkkosivuilla on linkki yhdelle sosiaalisen median tilille, jota ei ole rekisterissä.
       *[other] Kunnan verkkosivuilla on linkki { $count } sosiaalisen median tilille, joita ei ole rekisterissä.
    }
button-website = Käy tilit läpi
digest-questions = { $count ->
        [one] Yksi kysymys odottaa vastausta.
       *[other] { $count } kysymystä odottaa vastausta.
    }
questions-command = puutteet
button-questions = Näytä kysymykset
button-name-maintainers = Nimeä ylläpitäjiä
digest-done = hoidettu
button-audit = Näytä kaikki kohteet
audit-command = tarkastus
duties-command = velvoitteet
holidays-heading-summer = Kuka hoitaa kanaviasi kesällä?
holidays-heading-christmas = Kuka hoitaa kanaviasi joulun aikaan?
holidays-ask = Ohjeen mukaan ylläpidosta sovitaan myös lomien ajaksi. Ajalle { DAYS($start, $end) } ei ole sovittu sijaista näille kanaville:
holidays-agreed = Kiitos! Sijaisista on sovittu.
button-holidays-here = En ole poissa
holidays-here = Selvä, hoidat kanaviasi itse. Kerro, jos tilanne muuttuu.
close-heading = Ehdotus kanavan lopettamisesta
close-asked = ehdottaa, että kanava poistetaan käytöstä:
cover-none = Sinua ei ole merkitty kenenkään sijaiseksi.
cover-which = Mitä sijaisuutta tarkoitat?
cover-decline = En voi olla sijaisena
cover-declined = Selvä, et ole sijaisena. Kerron siitä poissaolijalle.
cover-accept = Sopii
cover-accepted = Kiitos! Kerron poissaolijalle, että olet sijaisena.
notice-absence-offered = Tilaviestisi työtilassa on voimassa { DATETIME($end, dateStyle: "medium") } asti. Jos olet siihen asti poissa, voit merkitä poissaolon ja sijaisen.
notice-absence-noted = merkitsi sinut poissa olevaksi { DAYS($start, $end) }. Jos se ei pidä paikkaansa, voit perua merkinnän.
notice-cover-accepted-heading = Sijaisesi on suostunut
notice-cover-accepted = on sijaisenasi { DAYS($start, $end) }.
notice-cover-called-off-heading = Sijaisuus peruuntui
notice-cover-called-off = ei tarvitse sinua sijaiseksi { DAYS($start, $end) }.
cover-declined-gone = Tämä sijaisuus on jo päättynyt tai peruttu.
notice-cover-declined-heading = Sijaisesi ei pääse
notice-cover-declined = ei voi olla sijaisenasi { DAYS($start, $end) }. Kysyn kanavistasi vastuuhenkilöltä, kunnes nimeät toisen sijaisen.
button-cover-other = Nimeä toinen sijainen
handover-asked-whom = Kysymys on lähetetty. Vastaanottaja:
handover-asked = Ylläpidät kanavaa ({ $channel }), kunnes hän on vastannut.
notice-handover-heading = Ryhtyisitkö kanavan ylläpitäjäksi?
notice-handover = { $by } ehdottaa, että ryhdyt tämän kanavan ylläpitäjäksi:
notice-handover-authorised = Valtuutuksen on antanut
button-accept = Ryhdyn ylläpitäjäksi
button-decline = Ei kiitos
which-request = Moni pyyntö odottaa vastaustasi. Mihin niistä vastaat?
answers-which = { $count ->
    [one] Vastasitko tähän?
   *[other] Mihin näistä vastasit?
}
button-no-answer = Tarkoitin muuta
handover-accepted = Kiitos! Olet nyt tämän kanavan ylläpitäjä: { $channel }.
handover-declined = Selvä. Kerron siitä ehdottajalle.
handover-gone = Tämä ehdotus ei ole enää voimassa.
given-up = { $channel }: kerroin ICT-sihteerille, että haluat luopua kanavasta. Hän etsii jatkajan; ylläpidät kanavaa siihen asti.
denied = Kerroin ICT-sihteerille, että et ole antanut valtuutusta.
button-deny = En ole valtuuttanut
notice-authorisation-heading = Sinut on merkitty valtuutuksen antajaksi
notice-authorisation = { $by } ilmoitti, että olet valtuuttanut henkilön { $name } kanavan ylläpitäjäksi:
notice-authorisation-what-now = Jos näin on, sinun ei tarvitse tehdä mitään. Jos ei, paina painiketta, niin kerron siitä ICT-sihteerille.
notice-denied-heading = Valtuutus on kiistetty
notice-denied = { $superior } ei ole valtuuttanut henkilöä { $name } tämän kanavan ylläpitäjäksi:
notice-successor-heading = Kanavalle etsitään jatkajaa
notice-successor = { $name } haluaa luopua kanavasta eikä tiedä, kuka jatkaa:
notice-handover-accepted-heading = Kanavalla on uusi ylläpitäjä
notice-handover-declined-heading = Ehdotettu henkilö ei ryhdy ylläpitäjäksi
notice-handover-accepted = ryhtyi ylläpitämään kanavaa
notice-handover-declined = ei ryhdy ylläpitämään kanavaa

## Ohje käyttäjälle

which-meaning = Kumpaa tarkoitit?
also-told = Kerroit myös muuta. Teen senkin, kun painat:
also-told-form = Kirjoitit myös muuta. Kerro se erikseen, kun tämä on lähetetty: { $said }
also-asked = Kysyit myös muuta. Vastaan siihen, kun painat:
help-heading = Näin voin auttaa
help-intro = Kirjoita omin sanoin. Vastaan suomeksi, ruotsiksi tai englanniksi.
help-ask = kysy sosiaalisen median ohjeesta
help-ask-example = { $command } kuka päättää uuden kanavan käyttöönotosta
help-read = lue ohjetta: sisällysluettelo, luku tai kohta
help-read-example = { $command } luku 4
help-owner = kuka kanavasta vastaa
help-owner-example = { $command } kuka hoitaa instagramia
help-channels = luettelo kanavista
help-channels-example = { $command } kanavat
help-verify = onko tili meidän
help-verify-example = { $command } onko tämä meidän: https://…
help-mine = omat kanavasi ja niiden tilanne
help-mine-example = { $command } omat
help-home = oma sivusi: kanavasi, sijaisuutesi ja sinua odottavat asiat
help-home-example = { $command } koti
help-me = mitä tietoja sinusta on tallessa, ja kielen valinta
help-me-example = { $command } minä
help-propose = uuden kanavan aloittaminen
help-propose-example = { $command } haluamme avata kanavan
help-updated = merkitse kanava päivitetyksi
help-updated-example = { $command } päivitin eilen
help-snooze = lykkää muistutuksia
help-snooze-example = { $command } muistuta viikon päästä
help-away = merkitse sijainen loman ajaksi
help-away-example = { $command } lomalla 1.7.–31.7.
help-back = peru poissaolosi
help-back-example = { $command } perun loman
help-absences = katso, ketkä ovat poissa ja kuka sijaistaa
help-absences-example = { $command } ketkä ovat poissa
help-handover = luovuta kanava toiselle ylläpitäjälle
help-handover-example = { $command } luovuta kanava
help-register = lisää kanava rekisteriin
help-register-example = { $command } rekisteröi
help-edit = muuta kanavan tietoja
help-edit-example = { $command } muokkaa kirjaston instagram
help-retire = poista kanava käytöstä
help-retire-example = { $command } poista käytöstä kirjaston instagram
help-left = merkitse henkilö lähteneeksi
help-left-example = { $command } lähtenyt @nimi
help-returned = palauta lähteneeksi merkitty henkilö
help-returned-example = { $command } palannut @nimi
help-pause = laita kanava tauolle
help-pause-example = { $command } tauko kirjaston instagram
help-export = kanavarekisteri taulukoksi
help-export-example = { $command } vie rekisteri exceliin
help-audit = mikä rekisterissä kaipaa huomiota
help-audit-example = { $command } tarkastus
help-history = muutokset rekisterissä
help-history-example = { $command } historia
help-undo = peru viimeisin muutos
help-undo-example = { $command } peru
help-report = kanavat lukuina, myös jonakin aiempana päivänä
help-report-example = { $command } raportti
help-gaps = mihin kysymyksiin ei ole vastausta
help-gaps-example = { $command } puutteet
help-website = mitkä verkkosivuilta linkitetyt tilit puuttuvat rekisteristä
help-website-example = { $command } sivujen linkit
help-duties = mitkä kanavien velvoitteista ovat kunnossa ja mitkä auki
help-duties-example = { $command } velvoitteet
help-trouble = kanavan tili on kaapattu, tai joku esiintyy kuntana
help-trouble-example = { $command } tili on kaapattu
help-entries = ICT-sihteerin vastaukset
help-entries-example = { $command } vastaukset
help-secretary = kysy ihmiseltä: viesti ICT-sihteerille
help-secretary-example = { $command } kysy ICT-sihteeriltä
small-talk = Hei! Olen Somebot – botti, en ihminen. Tunnen kunnan sosiaalisen median ohjeen ja kanavat. Kirjoita { $command } apua, niin kerron lisää.
small-talk-distress = Kuulostaa raskaalta. Hyvä, että sanoit sen. Olen vain botti, mutta sinun ei tarvitse jäädä tämän kanssa yksin: puhu jollekulle, johon luotat, tai esihenkilöllesi, tai ota yhteyttä työterveyshuoltoon. Jos sinulla tai jollakulla muulla on hätä juuri nyt, soita 112. En tallenna viestiäsi.
small-talk-support = Kunnan henkilöstön tuki: { $contact }
small-talk-insult = Harmi, että olen ärsyttänyt sinua. Kirjoita { $command } apua tai kerro omin sanoin, mitä tarvitset, niin yritän auttaa.
small-talk-thanks = Ole hyvä! Kysy lisää, kun tarvitset.
small-talk-unhelped = Harmi, ettei vastauksestani ollut apua. Kysy toisin sanoin, niin yritän uudestaan, tai kysy ICT-sihteeriltä.
small-talk-unhelped-asked = Harmi, ettei vastauksestani ollut apua. Kysy toisin sanoin tai lähetä kysymyksesi ICT-sihteerille:
small-talk-sorry = Ei se mitään! Kirjoita { $command } apua, jos voin auttaa.
secretary = ICT-sihteeri pitää luetteloa kanavista ja opastaa sosiaalisen median käytössä.
secretary-who = ICT-sihteeri:
secretary-how = Voit lähettää kysymyksesi myös minun kauttani: kirjoita ”kysy ICT-sihteeriltä” ja kysymyksesi.
secretary-send = Lähetänkö tämän ICT-sihteerille?
unknown = En saanut tästä selvää. Kirjoita { $command } apua, niin kerron, missä voin auttaa.
edit-which = Minkä kanavan tietoja muutetaan?
maintainers-which = Minkä kanavan ylläpitäjiä muutetaan?
retire-which = Mikä kanava poistetaan käytöstä?
pause-which = Mikä kanava laitetaan tauolle?
pause-joined = Kanavalla on jo tauko { DAYS($start, $end) }. Päivät on yhdistetty siihen.
pause-replaces = Kanavalla on jo tauko { DAYS($start, $end) }. Kanavalla voi olla yksi tauko kerrallaan: tallennus korvaa sen.
pause-was = Aiemmin merkitty tauko oli { DAYS($start, $end) }.
pause-change-which = Minkä kanavan tauko muuttuu?
pause-all-reminders = Kaikki muistutukset
resume-which = Minkä kanavan tauko päättyy?
handover-which = Minkä kanavan luovutat?
nothing-to-choose = En tunnistanut kanavaa. Kirjoita sen nimi, esimerkiksi: kirjaston Instagram.

## Tiedot henkilöstä

me-heading = Mitä tietoja sinusta on tallessa
me-not-stored = Sinusta ei ole tallessa mitään. Nämä tiedot tulevat työtilasta, kun kirjoitat minulle.
me-name = Nimi
me-email = Sähköposti
me-identities = Käyttäjätunnisteet
me-language = Valittu kieli
me-channels = Kanavat
me-absences = Poissaolot
me-absence = { DAYS($start, $end) }
me-absence-covered = { DAYS($start, $end) }, sijaisena { $name }
me-absence-open = { DATETIME($start, dateStyle: "medium") } alkaen toistaiseksi
me-covers = Sijaisuudet
me-cover = { DAYS($start, $end) }, poissa { $name }
me-privacy = Miksi: jotta tiedetään, kuka kanavasta vastaa, ja muistutukset ja vastaukset löytävät perille. Kuka näkee: henkilöstö näkee kanavien henkilöt, ICT-sihteeri myös muutokset, poissaolot ja kysymykset; vieraat eivät näe nimiä. Kuinka kauan: kanavat ja muutokset pysyvästi, nimesi { $left } päivää siitä, kun olet lähtenyt eikä sinulla ole kanavia, muistutukset { $reminders } päivää, kysymykset { $answered } päivää vastauksesta ja ilman vastausta { $unanswered } päivää, poissaolot niiden päättymiseen asti.
data-heading = Kaikki, mitä sinusta on tallessa
data-nothing = Sinusta ei ole tallessa mitään.
data-part = Osa { $part }/{ $parts }
data-channels = Kanavat
data-former-access = Kanavat, joita et enää ylläpidä ja joihin sinulla voi olla pääsy
data-people = Tietosi rekisterissä
data-sources = Kanavien lähteet
data-outages = Palvelujen katkokset
data-website-links = Verkkosivujen linkit
data-website-visits = Verkkosivuilla käynnit
data-conversation-references = Keskustelu, jossa botti tavoittaa sinut Teamsissa
data-outbox = Viestit sinulle
data-spells = Mitä kanavista on kerrottu
data-nudges = Muistutukset sinulle
data-absences = Poissaolot
data-handovers = Luovutukset
data-troubles = Tilien ongelmatilanteet
data-switches = Tauot
data-rounds-gone = Milloin muistutuskierros on viimeksi tehty
data-heard = Milloin työtilasta on viimeksi tullut mitäkin
data-unanswered = Vastaukset, joita odotat
data-asked = Kysymykset lokissa
data-open-questions = Kysymyksesi ICT-sihteerille
data-entries = Vastauksesi
data-history = Muutokset
remove-question = Nimesi, osoitteesi, käyttäjätunnisteesi, poissaolosi ja avoimet kysymyksesi poistetaan pysyvästi, myös aiemmista muutoksista. Rekisteröimäsi kanavat ja antamasi vastaukset säilyvät ilman nimeäsi. Tätä ei voi perua. Poistetaanko tietosi?
remove-done = Tietosi on poistettu. Varmuuskopioissa ne ovat, kunnes kopiot poistetaan; botin ylläpidosta voi kysyä, milloin.
remove-channels = Tietojasi ei voi vielä poistaa, koska nämä kanavat ovat sinulla: { $channels }. Luovuta ne ensin tai pyydä ICT-sihteeriä nimeämään toinen henkilö. Mitään ei poistettu.
remove-covers = Tietojasi ei voi vielä poistaa, koska olet kollegan sijainen: { $channels }. Sopikaa ensin toisesta sijaisesta. Mitään ei poistettu.
remove-role = Tietojasi ei voi poistaa, koska botin asetuksissa sinulla on rooli. Pyydä botin ylläpitoa antamaan se ensin toiselle. Mitään ei poistettu.
language-chosen = Selvä, vastaan sinulle tästä lähtien suomeksi, ellet kirjoita selvästi muulla kielellä.
language-guest = Voit kirjoittaa minulle suomeksi, niin vastaan suomeksi. Vieraiden kielivalintaa ei tallenneta.

## Lomakkeet

form-register = Rekisteröi kanava
form-edit = Muuta kanavan tietoja
form-pause = Tauko
form-resume = Päätä tauko
form-exemption = Vapauta velvoitteesta
form-confirm = Vahvista velvoitteet
form-trouble-log = Kirjaa, mitä on tehty
form-trouble-close = Tapaus on ohi
form-retire = Poista kanava käytöstä
form-maintainers = Ylläpitäjät
form-left = Merkitse lähteneeksi
form-returned = Merkitse palanneeksi
form-handover-all = Luovuta kaikki kanavat
form-away = Poissaolo ja sijainen
form-handover = Kanavan luovutus
form-updated = Milloin kanava päivitettiin?
form-nudges-pause = Keskeytä muistutukset
form-verify = Onko tili meidän?
form-verify-submit = Tarkista
form-ask = Kysy somesta
form-submit = Tallenna
form-ask-submit = Kysy
form-cancel = Peruuta
form-name-not-known = Kirjoitit ”{ $name }”. En tunne tämännimistä henkilöä: valitse hänet itse.
form-nothing-read = En lukenut viestistäsi uutta tietoa. Lomakkeessa on se, mitä rekisterissä on nyt: muuta siitä, mikä muuttuu.
form-errors = Tarkista merkityt kohdat.
problem-name-taken = Tämänniminen kanava on jo rekisterissä: { $channel }. Vaihda nimi tai lähetä lomake uudelleen sellaisenaan.
hint-url = Koko osoite, esimerkiksi https://www.instagram.com/nimi/
hint-source = Syöte tai sivu, josta päivitykset näkyvät. Vain, jos ne eivät näy kanavan omasta osoitteesta.
hint-cover = Jätä tyhjäksi, jos sijaista ei ole.
hint-maintainers = Kaksi on parempi kuin yksi.
hint-references = Työtilan käyttäjätunniste tai sähköpostiosoite; useita välilyönnein erotettuna.
hint-purpose = Mitä kanavalla tavoitellaan?
hint-decision = Käyttöönotosta päättää kunnanjohtaja tai vastuualuejohtaja.
hint-interval = Jos jätät tämän tyhjäksi, käytetään kunnan yhteistä päivitysväliä.
hint-authorised = Uuden ylläpitäjän esihenkilö, joka on antanut valtuutuksen.
hint-pause = Tyhjennä molemmat päiväkentät, jos haluat päättää tauon.
hint-resume = Jos päivä jää tyhjäksi, tauko päättyy heti.
hint-pause-reason = Esimerkiksi loma, remontti tai tauko. Kenenkään terveydestä ei kirjoiteta tähän.
hint-exemption-end = Vapautus päättyy tämän päivän jälkeen itsestään.
hint-trouble = Ei salasanoja eikä kenenkään henkilökohtaisia asioita.
hint-closing-access = Kuka poistaa ylläpitäjien oikeudet palvelusta?
hint-closing-archive = Mihin säilytettävä sisältö tallennetaan?
hint-closing-announcement = Mitä lopettamisesta kerrotaan, kenelle ja missä?
hint-account = Esimerkiksi https://www.instagram.com/nimi/ tai @nimi
hint-question = Esimerkiksi: kuka hoitaa kirjaston Facebookia, tai saako kanavaa päivittää työajalla.
form-cancelled = Lomake suljettiin. Mitään ei tallennettu.
form-ready = Tätä varten on lomake: { $title }.
form-too-late = Lomake ei ehtinyt aueta. Avaa se tästä uudestaan.
form-press-again = Lomake ei ehtinyt aueta. Paina painiketta uudestaan.
reply-elsewhere = Vastaan tässä, koska keskusteluun, jossa kysyit, ei voi nyt kirjoittaa.
message-no-text = Viestissä ei ole tekstiä, jota voisin lukea. Kuvia en osaa katsoa.
names-missing = Slack ei juuri nyt kerro, kuka olet, joten näytän vain julkiset tiedot. Yritä hetken kuluttua uudestaan.
form-saving = Tallennetaan…
form-result = Somebot
form-close = Sulje
more-gone = Loput tästä vastauksesta eivät ole enää tallessa. Kysy uudestaan, niin saat sen kokonaan.
problem-missing = Täytä tämä kenttä.
problem-too-long = Teksti on liian pitkä.
problem-id = Käytä pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä.
problem-id-taken = Samalla tunnisteella on jo kanava.
problem-person = Anna työtilan käyttäjätunniste tai sähköpostiosoite.
problem-url = Kirjoita koko osoite, esimerkiksi https://www.instagram.com/nimi/.
problem-url-taken = Osoite on jo rekisterissä: { $channel }.
problem-handle-taken = Tili on jo rekisterissä: { $channel }.
problem-no-account = Osoitteesta ei näy, kenen tili on. Kirjoita tilin oman sivun osoite.
problem-other-platform = Osoite on palvelussa { $platform }. Vaihda palvelu tai osoite.
problem-platform = Valitse palvelu luettelosta.
problem-pause = Anna sekä ensimmäinen että viimeinen päivä.
problem-pause-order = Viimeinen päivä on ennen ensimmäistä.
problem-pause-past = Tauon viimeinen päivä on jo mennyt.
problem-away-past = Poissaolon viimeinen päivä on jo mennyt.
problem-away-long = Sijaisuus voi kestää enintään 366 päivää.
problem-away-self = Valitse sijaiseksi joku muu kuin sinä itse.
problem-away-no-cover = Et ole näinä päivinä kenenkään sijainen.
problem-away-absent = Tämä henkilö on silloin itse poissa: olet juuri hänen sijaisensa.
problem-left = Henkilö on merkitty lähteneeksi.
problem-account-guest = Tällä henkilöllä on vierastili. Valitse kunnan oma työntekijä.
problem-account-bot = Tämä on botti. Valitse ihminen.
problem-account-stranger = Tämä henkilö on toisesta työtilasta. Valitse kunnan oma työntekijä.
problem-account-closed = Tämän henkilön tili on suljettu. Valitse joku, joka on vielä töissä.
problem-account-nobody = Tällä tunnisteella ei löydy ketään. Tarkista tunniste.
problem-handover-there = Henkilö on jo kanavan ylläpitäjä. Valitse, kuka jatkaa.
problem-handover-self = Kanavaa ei voi luovuttaa samalle henkilölle. Valitse joku toinen.
problem-authorised-self = Valtuutuksen antaa esihenkilö. Uusi ylläpitäjä ei voi valtuuttaa itseään eikä ylläpitäjä jatkajaansa.
problem-unknown-field = Tätä kenttää ei tunneta.
problem-unknown-named = Tällä lomakkeella ei ole kenttää ”{ $name }”.
problem-not-understood = En ymmärtänyt kohtaa ”{ $typed }”. Täytä tiedot lomakkeelle.
problem-date = Kirjoita päivä muodossa 30.11.2026.
problem-future = Tämä päivä on vasta edessä.
problem-old = Tästä päivästä on yli vuosi.
problem-hours = Anna tunnit numeroina, 0–168.
problem-days = Anna päivät kokonaislukuna, 1–366.
problem-malformed = Arvo ei kelpaa tähän kenttään.

## Ilmoitukset

notice-question-heading = Kysymys sosiaalisesta mediasta
notice-question = Kysyjä:
notice-appointed-heading = Sinut on merkitty kanavan tietoihin
notice-appointed = { $by } merkitsi sinut kanavan vastuuhenkilöksi tai ylläpitäjäksi:
notice-cover-heading = Sinut on merkitty sijaiseksi
notice-cover = Hoidat sijaisena näitä kanavia { DAYS($start, $end) }. Poissa on
notice-cover-what-now = Jos sijaisuus ei sovi sinulle, paina painiketta, niin kerron siitä poissaolijalle.
notice-left-heading = Kanava tarvitsee uuden ylläpitäjän
notice-left = ei ole enää töissä kunnassa. Hänellä on ollut nämä kanavat:
notice-left-what-now = Sopikaa uudesta ylläpitäjästä. ICT-sihteeri päivittää rekisterin.
notice-left-hand-over = Kun uudesta ylläpitäjästä on sovittu, luovuta kanavat hänelle.
notice-trouble = Katso, mitä nyt tehdään ja kenelle on ilmoitettu.
notice-change-heading = Kanavan tiedot ovat muuttuneet
notice-no-longer-maintainer = { $by } on merkinnyt, että et ole enää kanavan ylläpitäjä:
notice-no-longer-responsible = { $by } on merkinnyt, että et ole enää kanavan vastuuhenkilö:
notice-authorisation-back = { $by } on perunut merkinnän, että olet valtuuttanut henkilön { $name } kanavan ylläpitäjäksi:
notice-rests = { $by } on merkinnyt kanavalle tauon { DAYS($start, $end) }. Silloin siitä ei muistuteta:
notice-rests-no-more = { $by } on merkinnyt, että kanava ei ole tauolla:
notice-kept = { $by } on perunut kanavan poistamisen käytöstä. Kanava on käytössä, joten sen pääsyoikeuksia ei pidä poistaa:
notice-stays-heading = Henkilö ei ole lähtenyt
notice-stays = on merkitty työssä olevaksi. Hän hoitaa edelleen näitä kanavia:
trouble-ended-heading = Ohi: { $channel }
trouble-ended = tapaus ”{ $what }” on ohi.
channel-unkept = Kanavalla ei ole enää ylläpitäjää. Lisää uusi ylläpitäjä tai poista kanava käytöstä.
notice-retired-heading = Kanava on poistettu käytöstä
notice-retired = { $by } on poistanut käytöstä kanavan, jonka tiedoissa olet:
notice-retired-access = { $by } on poistanut kanavan käytöstä ja nimennyt sinut poistamaan sen pääsyoikeudet:
notice-interrupted = Botti käynnistyi uudelleen, kun pyyntösi oli vielä kesken. Jos et saanut vastausta, yritä uudelleen. Pahoittelut häiriöstä.
rounds-missed-heading = Muistutuksia ei lähtenyt
rounds-missed =
    { $days ->
        [one] Botti ei tehnyt muistutuskierrosta { DATETIME($first, dateStyle: "medium") }.
       *[other] Botti ei tehnyt muistutuskierrosta { $days } työpäivänä, { DATETIME($first, dateStyle: "medium") }–{ DATETIME($last, dateStyle: "medium") }.
    } Se ei ollut käynnissä, tai jokin esti kierroksen. Nyt kierroksia tehdään taas, ja väliin jääneet muistutukset lähtevät seuraavien mukana. Jos katkosta ei ollut sovittu, pyydä botin ylläpitoa selvittämään syy.
notice-not-reached-heading = { $people ->
    [one] Viesti ei mennyt perille
   *[other] Viesti ei mennyt perille näille henkilöille
}
notice-not-reached-what-now = { $people ->
    [one] Botin viesti ei tavoittanut tätä henkilöä. Tarkista hänen tietonsa rekisteristä tai kerro asia hänelle itse.
   *[other] Botin viestit eivät tavoittaneet näitä henkilöitä. Tarkista heidän tietonsa rekisteristä tai kerro asiat heille itse.
}
notice-unheard-heading = { $notices ->
    [one] Yhden viestin perillemenosta ei ole varmuutta
   *[other] { $notices } viestin perillemenosta ei ole varmuutta
}
notice-unheard-what-now = { $notices ->
    [one] Työtila ei vastannut, kun viesti lähetettiin tälle henkilölle. Viesti on voinut tulla perille, joten sitä ei lähetetä uudelleen. Varmista asia tarvittaessa häneltä itseltään.
   *[other] Työtila ei vastannut, kun viestit lähetettiin. Ne ovat voineet tulla perille, joten niitä ei lähetetä uudelleen. Varmista asia tarvittaessa näiltä henkilöiltä itseltään.
}
unreachable-no_surface = mikään yhdistetty työtila ei tavoita häntä
unreachable-no_account = hänellä ei ole tiliä, jonka botti tuntee
unreachable-deactivated = hänen tilinsä on poistettu käytöstä
unreachable-refused = hänelle ei voi lähettää yksityisviestejä
unreachable-not_shown = viestiä ei voitu näyttää
unreachable-no_answer = viesti ei mennyt perille vuorokauden yrityksistä huolimatta

## Slackin sovellus

app-short = Vastaa kysymyksiin sosiaalisen median ohjeesta ja kertoo, kuka mitäkin kunnan kanavaa ylläpitää.
app-long = Somebot vastaa kysymyksiin kunnan sosiaalisen median ohjeesta ohjeen omin sanoin tai sanoo, ettei ohje sano asiasta mitään. Se kertoo, kuka vastaa mistäkin kanavasta, muistaa päivitykset ja lomien sijaiset ja auttaa ICT-sihteeriä pitämään kanavien rekisteriä. Kirjoita botille suoraan, mainitse se keskustelussa tai käytä komentoa { $command }.
app-command = Kysy ohjeesta tai kunnan kanavista
app-command-hint = kysymys, kanava tai apua
app-shortcut-ask = Kysy somesta
app-shortcut-ask-what = Kysy sosiaalisen median ohjeesta tai kunnan kanavista.
app-shortcut-register_channel = Rekisteröi kanava
app-shortcut-register_channel-what = ICT-sihteerille: lisää uusi kanava rekisteriin.
app-shortcut-guideline = Mitä ohje sanoo?
app-shortcut-guideline-what = Katso, mitä ohje sanoo tämän viestin asiasta. Vastauksen näet vain sinä.

## Kysymykset ja vastaukset

personal-found =
    { $found ->
        [identity_code] Viestissäsi näyttää olevan henkilötunnus. En tallenna sitä enkä välitä sitä kenellekään. Poista viesti, jos voit.
        [password] Viestissäsi näyttää olevan salasana. En tallenna sitä enkä välitä sitä kenellekään. Poista viesti, jos voit, ja vaihda salasana, jos se on käytössä.
       *[both] Viestissäsi näyttää olevan henkilötunnus ja salasana. En tallenna niitä enkä välitä niitä kenellekään. Poista viesti, jos voit, ja vaihda salasana, jos se on käytössä.
    }
personal-again = Kirjoita asiasi uudestaan ilman näitä tietoja.
personal-client = Kysymyksesi näyttää koskevan asiakasta, potilasta tai oppilasta. En tallenna sitä enkä välitä sitä kenellekään. Tällaiset tiedot voivat olla salassa pidettäviä.
secrecy-anyway = Ohjeessa ei ole tästä omaa kohtaa, mutta laki kieltää julkaisemasta salassa pidettävää tietoa. Kysy tarvittaessa esihenkilöltäsi.
secrecy-published = Jos tieto on jo julkaistu, poista julkaisu ja kerro siitä heti esihenkilöllesi ja kunnan tietosuojavastaavalle.
secrecy-besides = Asiakkaan, potilaan tai oppilaan asioissa muista myös salassapito. Tällaista kysymystä en tallenna enkä välitä kenellekään.
button-ask-again = Kysy uudestaan ilman tietoja
too-many-questions = Kysyt nyt kovin tiuhaan. Odota hetki ja kysy sitten uudestaan.
answer-entry-heading = ICT-sihteeri on vastannut tähän
entry-elsewhere = ICT-sihteerin vastaus samasta aiheesta on { $language }; se on alla sellaisenaan.
entry-question = Kysymys:
entry-cite = ICT-sihteerin vastaus { DATETIME($on, dateStyle: "medium") }, ei ohjeen tekstiä
button-entry-section = Lue ohjeen kohta
button-near = ICT-sihteeri: { $question }
button-helped = 👍 Auttoi
button-not-helped = 👎 Ei auttanut
feedback-thanks = Kiitos palautteesta!
feedback-thanks-not = Kiitos palautteesta! Jos vastaus jäi puuttumaan, kysy ICT-sihteeriltä.
feedback-thanks-asker = Kiitos palautteesta! Kysy halutessasi uudestaan tarkemmin, niin välitän kysymyksen.
forwarded-waiting = Olet jo lähettänyt tämän kysymyksen ICT-sihteerille. Tuon vastauksen, kun se on saatu.
forwarded-redacted = Jätin kysymyksestä pois yhteystietoja, kuten puhelinnumeron tai osoitteen. Kerro ne tarvittaessa ICT-sihteerille itse.
answered = Vastaus lähetettiin kysyjälle.
answered-not-told = Vastaus on tallessa, mutta se ei tavoittanut kysyjää. Kerro siitä hänelle itse:
make-entry-hint = Kun lisäät vastauksen kaikille, sen saavat myös muut, jotka kysyvät samaa. Siihen asti kysymys näkyy myös komennolla ”puutteet”. Kysyjän nimeä ei näytetä.
button-make-entry = Lisää vastaus kaikille
already-answered = Kysymykseen on jo vastattu. Vastaaja:
question-gone = Tätä kysymystä ei enää ole tallessa.
notice-answer-heading = Vastaus kysymykseesi
notice-answer-by = Vastaaja:
gaps-none = Vastaamattomia kysymyksiä ei ole.
gaps-heading = Vastausta vailla: { $count }
gap-count =
    { $count ->
        [one] kysytty kerran
       *[other] kysytty { $count } kertaa
    }
gap-last = viimeksi { DATETIME($on, dateStyle: "medium") }
gap-waiting =
    { $count ->
        [one] yksi odottaa vastausta
       *[other] { $count } odottaa vastausta
    }
gap-not-helped =
    { $count ->
        [one] vastaus ei auttanut kerran
       *[other] vastaus ei auttanut { $count } kertaa
    }
gap-answered =
    { $count ->
        [0] Vastauksen saavat nyt kaikki, jotka kysyvät samaa.
        [one] Vastauksen saavat nyt kaikki, jotka kysyvät samaa, ja se lähetettiin yhdelle odottajalle.
       *[other] Vastauksen saavat nyt kaikki, jotka kysyvät samaa, ja se lähetettiin { $count } odottajalle.
    }
gap-intro =
    { $count ->
        [0] Vastaus lisätään kaikkien saataville. Kysymyksen kieli: { $language }.
       *[other] Vastaus lisätään kaikkien saataville ja lähetetään niille, jotka odottavat sitä ({ $count }). Kysymyksen kieli: { $language }.
    }
gap-gone = Tähän on jo vastattu, tai kysymykset ovat vanhentuneet.
button-answer = Vastaa
button-dismiss = Poista luettelosta
button-newer = Uudemmat
button-older = Vanhemmat ({ $count })
button-edit-entry = Muokkaa vastausta
button-withdraw-entry = Poista vastaus käytöstä
button-restore-entry = Ota takaisin käyttöön
button-record-entry = Lisää tarkistuskysymyksiin
answer-given = ICT-sihteeri on jo vastannut sinulle tähän:
entries-own = Vastaukset vain sinulle
entries-none = ICT-sihteerin vastauksia ei vielä ole.
entries-heading = ICT-sihteerin vastaukset: { $count }
entry-made = Lisätty: vastauksen saavat nyt kaikki, jotka kysyvät samaa.
entry-edited = Muutos on tallennettu. Aiempi teksti säilyy.
entry-restored = Vastaus on taas käytössä.
entry-withdrawn = Poistettu käytöstä: tätä ei enää tarjota vastaukseksi.
entry-wordings = Sama muilla sanoilla:
entry-earlier = Aiemmat tekstit:
entry-changed = Joku muu on sillä välin muuttanut vastausta. Tarkista tekstisi ja lähetä lomake uudestaan. Vastaus on nyt: ”{ $answer }”
entry-gone = Tätä vastausta ei enää ole.
entry-without-section = Vastausta ei ole liitetty ohjeen kohtaan. Valitse kohta lomakkeella ja lisää kysymys sitten.
recorded = Kysymys on lisätty tarkistuskysymyksiin. Kun ohjeen teksti muuttuu, tarkistetaan vastedes myös, mitä tähän kysymykseen vastataan.
recorded-before = Kysymys on jo tarkistuskysymyksissä.
record-read-only = Ohjeen kansioon ei voi tällä palvelimella kirjoittaa, joten kysymystä ei lisätty. Pyydä botin ylläpitoa lisäämään se tiedostoon questions.jsonl.
not-allowed-staff = Tämä on vain kunnan omalle henkilöstölle.
form-answer = Vastaa kysymykseen
form-answer-gap = Vastaa kaikille
form-entry = Muokkaa vastausta
form-send = Lähetä
field-answer = Vastaus
field-section = Ohjeen kohta
field-language = Vastauksen kieli
field-wordings = Sama kysymys muilla sanoilla
hint-answer = Vastaa niin, että kaikki voivat lukea vastauksen.
hint-section = Valitse, jos vastaus liittyy johonkin kohtaan.
hint-wordings = Yksi kysymys riville. Mitä useampi, sitä varmemmin vastaus löytyy.
problem-sensitive = Tekstissä näyttää olevan henkilötunnus tai salasana. Poista se.
problem-health = Kenenkään terveystietoja ei kirjata rekisteriin. Kirjoita syyksi esimerkiksi ”loma” tai ”tauko”, tai jätä kenttä tyhjäksi.
problem-section = Valitse ohjeen kohta luettelosta.
me-questions = Kysymykset ICT-sihteerille

## Kun jokin ei onnistu

not-allowed-ict-secretary = Tämän voi tehdä vain ICT-sihteeri, joka pitää luetteloa kanavista.
not-allowed-duties = Kanavan velvoitteet näkyvät vain sen vastuuhenkilölle ja ylläpitäjille, ICT-sihteerille sekä kanavista päättäville.
not-allowed-report = Kaikkien kanavien luvut näkyvät vain ICT-sihteerille ja kanavista päättäville, omien kanavien luvut myös vastuuhenkilöille ja ylläpitäjille.
not-allowed-exempt = Velvoitteesta voivat vapauttaa vain ICT-sihteeri ja ne, jotka päättävät kanavista.
not-allowed-responsible = Tämän voi vahvistaa vain kanavan vastuuhenkilö tai ICT-sihteeri.
not-allowed-keeper = Tämän voivat tehdä vain kanavan vastuuhenkilö, sen ylläpitäjät ja ICT-sihteeri.
button-request = Pyydä ICT-sihteeriltä
request-what = Pyyntö:
button-guideline-instead = Kysyin vain ohjeesta
request-heading = Pyyntö
request-sent = Pyyntösi on lähetetty ICT-sihteerille.
request-not-sent = Pyyntöä ei saatu perille kaikille ICT-sihteereille. Ota tarvittaessa yhteyttä muulla tavalla.
failure = Pahoittelut, jokin meni pieleen. Jos ilmoitat asiasta, mainitse viite { $reference }.
store-failure = Rekisteriin ei juuri nyt saada yhteyttä. Mitään ei muutettu. Yritä hetken kuluttua uudestaan; viite on { $reference }.
stale-button = Tämä painike on vanhasta viestistä. Kysy uudestaan, niin saat uuden.
unknown-channel = Kanavaa ei löytynyt rekisteristä. Se on voitu poistaa tai nimetä uudestaan.

## Ehdotuksista päätöksiin

field-audience = Kenelle kanava on tarkoitettu
field-why = Miksi nykyinen kanava ei riitä
field-superior = Ylläpitäjien esihenkilö
field-present = Yksikön nykyiset kanavat
field-authorisation = Valtuutus
field-conditions = Ehdot, jos niitä on
field-decision-conditions = Päätöksen ehdot
field-words-proposal-authorise = Valtuutuksen ehdot
field-words-proposal-refuse = Miksi et valtuuta
field-words-proposal-ask = Kysymys ehdottajalle
field-words-proposal-answer = Vastauksesi
field-words-proposal-decline = Miksi kanavaa ei oteta käyttöön
hint-why = Täytä, jos yksiköllä on jo kanavia.
hint-superior = Hän saa pyynnön valtuuttaa ylläpitäjät.
hint-decision-record = Numero, jolla päätös löytyy asianhallinnasta.
hint-responsible = Päätöksessä nimetään kanavan vastuuhenkilö.
hint-conditions = Esimerkiksi kokeilu vuoden loppuun.
form-propose = Ehdota kanavaa
form-proposal-authorise = Valtuutan ehdoin
form-proposal-refuse = En valtuuta
form-proposal-ask = Kysy lisää
form-proposal-answer = Vastaa kysymykseen
form-proposal-decline = Hylkää ehdotus
form-proposal-decide = Hyväksy käyttöönotto
form-proposal-amend = Muuta ehdotusta
form-proposal-name = Nimeä käsittelijä
form-proposal-enter = Vie rekisteriin
problem-why-new = Yksiköllä on jo kanavia: { $channels }. Kerro, miksi ne eivät riitä.
problem-own-proposal = Kukaan ei päätä omasta ehdotuksestaan. Valitse joku muu kuin ehdottaja tai ylläpitäjä.
not-allowed-superior = Valtuutuksen antaa vain ehdotuksessa nimetty esihenkilö.
not-allowed-decider = Kanavan käyttöönotosta päättävät vain ne, joille päätösvalta on annettu.
not-allowed-own-proposal = Et voi päättää ehdotuksesta, joka on omasi tai jossa olet ylläpitäjänä. Päätöksen tekee joku muu.
not-allowed-proposer = Tämän voi tehdä vain ehdotuksen tekijä.
not-allowed-proposal = Ehdotus näkyy vain siinä nimetyille henkilöille, kanavista päättäville ja ICT-sihteerille.
data-proposals = Ehdotukset uusiksi kanaviksi
help-decide = ehdotukset uusiksi kanaviksi: valtuuta, päätä, seuraa
help-decide-example = { $command } ehdotukset
proposal-present = Yksikön { $unit } nykyiset kanavat: { $channels }.
proposal-present-none = ei kanavia
proposal-hours = { NUMBER($week) } (noin { NUMBER($year, useGrouping: 0) } tuntia vuodessa)
proposal-conditions = ehdot: { $conditions }
proposal-duties = Kanavan mukana tulevat velvoitteet: { $duties }.
proposal-show = Näytä ehdotus
proposal-authorise = Valtuutan
proposal-withdraw = Peru ehdotus
proposal-withdraw-confirm = Perutaanko ehdotus? Se ei enää etene.
proposal-again = Ehdota uudestaan
proposal-gone = Tätä ehdotusta ei enää ole tallessa.
proposal-moved-on = Joku ehti ensin, tai ehdotus on jo edennyt. Tilanne on nyt tämä:
proposal-enter-intro = Tiedot on täytetty ehdotuksesta ja päätöksestä. Lisää kanavan osoite ja tarkista muut.
proposal-ask-authorise = Valtuutatko uuden kanavan ylläpitäjät?
proposal-ask-decide = Uusi kanava odottaa päätöstäsi
proposal-ask-answer = Ehdotuksestasi kysytään
proposal-ask-enter = Kanavasta on päätetty: vie se rekisteriin
proposal-ask-decider = Kuka päättää tästä kanavasta?
proposal-moved-proposed = Uutta kanavaa ehdotetaan
proposal-moved-authorised = Ehdotuksesi on saanut valtuutuksen
proposal-moved-refused = Ehdotus ei saanut valtuutusta
proposal-moved-decided = Kanavan käyttöönotosta on päätetty
proposal-moved-declined = Kanavaa ei oteta käyttöön
proposal-moved-withdrawn = Ehdotus on peruttu
proposal-moved-entered = Ehdottamasi kanava on rekisterissä
proposal-step-proposed = ehdotti
proposal-step-named = nimesi käsittelijän
proposal-step-authorised = valtuutti
proposal-step-refused = ei valtuuttanut
proposal-step-asked = kysyi
proposal-step-answered = vastasi
proposal-step-decided = hyväksyi käyttöönoton
proposal-step-declined = hylkäsi ehdotuksen
proposal-step-withdrawn = perui ehdotuksen
proposal-step-entered = vei rekisteriin
proposal-done-proposed = Kiitos! Ehdotus on tallessa, ja esihenkilöltä pyydetään valtuutus: { $channel }.
proposal-done-named = Selvä, pyyntö on lähetetty hänelle: { $channel }.
proposal-done-authorised = Kiitos! Valtuutus on annettu, ja ehdotus menee päätettäväksi: { $channel }.
proposal-done-refused = Selvä, valtuutusta ei annettu. Kerron siitä ehdottajalle: { $channel }.
proposal-done-asked = Kysymys on lähetetty ehdottajalle: { $channel }.
proposal-done-answered = Vastaus on lähetetty kysyjälle: { $channel }.
proposal-done-decided = Päätös on kirjattu. ICT-sihteeri vie kanavan rekisteriin: { $channel }.
proposal-done-declined = Päätös on kirjattu. Kerron siitä ehdottajalle: { $channel }.
proposal-done-withdrawn = Ehdotus on peruttu: { $channel }.
proposal-waits-authorise = Odottaa esihenkilön valtuutusta.
proposal-waits-decide = Valtuutettu, odottaa päätöstä.
proposal-waits-answer = Odottaa ehdottajan vastausta kysymykseen.
proposal-waits-enter = Päätetty, odottaa vientiä rekisteriin.
proposal-ended-refused = Ei saanut valtuutusta.
proposal-ended-declined = Kanavaa ei oteta käyttöön.
proposal-ended-withdrawn = Peruttu.
proposal-ended-entered = Rekisterissä.
proposals-waiting = Sinua odottavat ehdotukset
button-register-other = Rekisteröi muu kanava
proposals-to-enter = Päätetty ehdotus odottaa rekisteröintiä. Rekisteröi kanava siitä, niin päätöksen tiedot tulevat mukaan.
proposals-others = Ehdotukset
proposals-still-wait = Nämä ehdotukset odottavat vielä
proposals-none = Ehdotuksia uusiksi kanaviksi ei ole.
proposals-undecided = Kanavat, joista ei ole päätöstä rekisterissä
proposals-undecided-note = Päätös on voitu tehdä, vaikka sitä ei ole kirjattu tänne. ICT-sihteeri voi lisätä päivän ja numeron kanavan tietoihin.
