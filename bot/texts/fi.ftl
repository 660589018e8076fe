### Somebotin tekstit suomeksi. Lyhyesti, kohteliaasti ja hyvällä suomella.

## Kielet

language-fi = suomi
language-sv = ruotsi
language-en = englanti

## Vastaukset ohjeesta

edition = { $municipality }, { $name }.
edition-draft = Ohje on luonnos.
edition-approved = Hyväksytty { DATETIME($on, dateStyle: "medium") }, { $by }.
edition-summary = Teksti on tiivistelmä, ei ohjeen omaa sanamuotoa.
edition-translation = Käännös; sitova kieli on { $binding }.
answer-heading = Ohjeen luku { $section }
answer-cite = luku { $section }
answer-editors-note = Toimituksen huomautus (ei ohjeen tekstiä): { $note }
answer-candidates = En ole varma, mitä kohtaa tarkoitat.
answer-not-covered = Ohje ei sano tästä mitään.
answer-nearest = Lähimpänä ovat nämä kohdat:
forwarded = Kysymyksesi on lähetetty: { $names }.
forwarded-not = Kysymystä ei saatu perille. Ota suoraan yhteyttä: { $names }.
forwarded-nobody = ICT-sihteeriä ei ole vielä asetettu, joten kysymys ei lähtenyt. Kysy hallintopalveluista.
section-unknown = Tätä kohtaa ei enää ole ohjeessa. Kysy asiaa uudestaan, niin haen sen nykyisestä tekstistä.

## Painikkeet

button-whole = Lue koko kohta
button-share = Jaa tähän keskusteluun
button-ask-secretary = Kysy ICT-sihteeriltä
button-updated = Päivitetty: { $channel }
button-show = Näytä kanava
button-retire = Poista käytöstä
button-undo = Peru muutos
button-channels = Näytä kanavat
button-language = Suomi

## Kanavat

owners-heading = { $count } kanavaa
owners-none = Rekisterissä ei ole tällaista kanavaa.
ask-whom = Lisää osaa kertoa:
ask-whom-unnamed = Lisää osaa kertoa hallintopalvelujen ICT-sihteeri.
line-responsible = vastuuhenkilö
line-maintainers = ylläpito
covers-today = Sijainen tänään
until = { DATETIME($day, dateStyle: "medium") } asti
duty-updates = Kanavaa ylläpidetään ja päivitetään säännöllisesti: ohjeen luku { $section }.
duty-holidays = Myös loma-aikojen ylläpidosta sovitaan: ohjeen luku { $section }.
channels-heading =
    { $count ->
        [one] Yksi kanava
       *[other] { $count } kanavaa
    }
mine-heading = Sinun kanavasi
mine-none = Et ole minkään rekisterissä olevan kanavan vastuuhenkilö tai ylläpitäjä.
verify-ours = Kyllä, { $address } on kunnan kanava.
verify-retired = { $address } on ollut kunnan kanava, mutta se on poistettu käytöstä.
verify-not-listed = { $address } ei ole kunnan rekisterissä.
verify-impostor = Jos tili esiintyy kunnan nimissä, älä vastaa sille äläkä avaa sen linkkejä. Kerro asiasta:
verify-impostor-unnamed = Jos tili esiintyy kunnan nimissä, älä vastaa sille äläkä avaa sen linkkejä. Kerro asiasta hallintopalvelujen ICT-sihteerille.

state-active = päivitetty ajallaan
state-idle = päivittämättä
state-unconfirmed = päivityksestä ei ole tietoa
state-unknown = lähdettä ei saada luettua
status-proposed = ehdotettu
status-in-use = käytössä
status-paused = tauolla
status-paused-until = tauolla { DATETIME($day, dateStyle: "medium") } asti
status-retired = poistettu käytöstä
evidence-seen = Päivitys nähty { DATETIME($on, dateStyle: "medium") }
evidence-told = Ylläpitäjä kertoi päivityksestä { DATETIME($on, dateStyle: "medium") }
evidence-checked = ICT-sihteeri tarkisti { DATETIME($on, dateStyle: "medium") }
evidence-registered = Merkitty rekisteriin { DATETIME($on, dateStyle: "medium") }
evidence-none = Päivityksistä ei ole tietoa

## Rekisterin kentät

field-platform = Palvelu
field-name = Kanavan nimi
field-url = Osoite
field-handle = Tunnus
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
field-updated = Viimeisin tieto päivityksestä
field-state = Tilanne
field-channel = Kanava
field-start = Ensimmäinen päivä
field-end = Viimeinen päivä
field-reason = Syy
field-cover = Sijainen
field-to = Uusi ylläpitäjä
field-authorised-by = Valtuuttanut esihenkilö
field-on = Päivä

value-none = ei tietoa
value-yes = kyllä
value-no = ei
value-date = { DATETIME($day, dateStyle: "medium") }
value-days = { DATETIME($start, dateStyle: "medium") }–{ DATETIME($end, dateStyle: "medium") }
scope-municipality = koko kunta
scope-unit = yksi yksikkö

## Rekisterin hoito

registered = Kanava on rekisterissä:
edited = Tiedot on tallennettu:
not-told = Näille henkilöille ei saatu viestiä: { $names }. Kerro heille itse.
retire-question = Poistetaanko { $channel } käytöstä? Se jää rekisteriin historioineen, mutta ei enää näy luetteloissa.
retired = { $channel } on poistettu käytöstä. Huolehdi vielä näistä:
retired-access = Poista ylläpitäjien oikeudet palvelusta.
retired-archive = Tallenna säilytettävä sisältö.
retired-links = Poista linkit verkkosivuilta ja kerro lopettamisesta seuraajille.
paused = { $channel } on tauolla { DATETIME($start, dateStyle: "medium") }–{ DATETIME($end, dateStyle: "medium") }.
history-heading = Muutokset, uusin ensin
history-none = Muutoksia ei ole.
history-people = henkilötiedot
history-when = { DATETIME($at, dateStyle: "medium") } klo { $time }
and-more = ja { $count } muuta
change = { $field }: { $before } → { $after }
changed-meanwhile = Joku muu on muuttanut kanavaa sillä välin: { $changes }. Tarkista tiedot ja lähetä lomake uudestaan.
event-register = rekisteröinti
event-edit = tietojen muutos
event-retire = poisto käytöstä
event-pause = tauko
event-updated = päivitys merkitty
event-away = lomasijainen
event-handover = luovutus
event-undo = muutoksen peruminen
event-language = kielen valinta
event-import = tuonti tiedostosta
undo-question = Viimeisin muutos on tämä. Perutaanko se?
undo-none = Ei ole muutosta, jonka voisi perua.
undone = Muutos on peruttu: { $channels }.
undo-too-late = Tätä muutosta ei voi enää perua, koska kanava on muuttunut sen jälkeen. Katso muutokset komennolla historia.
audit-heading = Huomiota kaipaavat, kanavia kaikkiaan { $count }
audit-fine = Kaikki { $count } kanavaa ovat kunnossa.
audit-single-maintainer = Vain yksi ylläpitäjä
audit-orphaned = Kaikki vastuuhenkilöt ovat lähteneet
audit-not-linked = Linkki puuttuu kunnan verkkosivuilta
report-heading = Kunnan sosiaalisen median kanavat
report-total = Kanavia yhteensä

## Ylläpitäjille

updated = Kiitos! { $channel }: päivitys merkitty, { DATETIME($on, dateStyle: "medium") }.
updated-which = Minkä kanavan päivitit?
away = Poissa { DATETIME($start, dateStyle: "medium") }–{ DATETIME($end, dateStyle: "medium") }, sijaisena
away-channels = Kanavat: { $channels }.
handed-over = { $channel } on luovutettu. Uusi ylläpitäjä:
snooze-not-yet = En vielä lähetä muistutuksia, joten lykättävää ei ole. Kanaviesi tilanteen näet komennolla omat.
propose = Hienoa, että suunnittelette uutta kanavaa. Näin ohje neuvoo aloittamaan:
propose-ask = Opastusta antaa:

## Ohje käyttäjälle

help-heading = Näin voin auttaa
help-intro = Kirjoita omin sanoin. Vastaan suomeksi, ruotsiksi tai englanniksi.
help-ask = kysy sosiaalisen median ohjeesta
help-ask-example = { $command } saako kanavaa päivittää työajalla
help-owner = kuka kanavasta vastaa
help-owner-example = { $command } kuka hoitaa instagramia
help-channels = luettelo kanavista
help-channels-example = { $command } kanavat
help-verify = onko tili meidän
help-verify-example = { $command } onko tämä meidän: https://…
help-mine = omat kanavasi ja niiden tilanne
help-mine-example = { $command } omat
help-me = mitä sinusta on tallessa, ja kielen valinta
help-me-example = { $command } minä
help-propose = uuden kanavan aloittaminen
help-propose-example = { $command } haluamme avata kanavan
help-updated = merkitse, että kanava on päivitetty
help-updated-example = { $command } päivitin eilen
help-away = sovi sijainen loman ajaksi
help-away-example = { $command } lomalla 1.7.–31.7.
help-handover = luovuta kanava toiselle ylläpitäjälle
help-handover-example = { $command } luovuta kanava
help-register = lisää kanava rekisteriin
help-register-example = { $command } rekisteröi
help-edit = muuta kanavan tietoja
help-edit-example = { $command } muokkaa kirjaston instagram
help-retire = poista kanava käytöstä
help-retire-example = { $command } poista käytöstä kirjaston instagram
help-pause = pane kanava tauolle
help-pause-example = { $command } tauko kirjaston instagram
help-audit = mikä rekisterissä kaipaa huomiota
help-audit-example = { $command } tarkastus
help-history = muutokset rekisterissä
help-history-example = { $command } historia
help-undo = peru viimeisin muutos
help-undo-example = { $command } peru
help-report = kanavat lukuina
help-report-example = { $command } raportti
small-talk = Hei! Olen Somebot, en ihminen. Tunnen kunnan sosiaalisen median ohjeen ja kanavat. Kirjoita { $command } apua, niin kerron lisää.
unknown = En saanut tästä selvää. Kirjoita { $command } apua, niin kerron, missä voin auttaa.
edit-which = Mitä kanavaa muutetaan?
retire-which = Mikä kanava poistetaan käytöstä?
pause-which = Mikä kanava pannaan tauolle?
handover-which = Minkä kanavan luovutat?
nothing-to-choose = En tunnistanut kanavaa. Nimeä se, esimerkiksi: kirjaston instagram.

## Tiedot henkilöstä

me-heading = Mitä sinusta on tallessa
me-stored = Nämä tiedot ovat rekisterissä.
me-not-stored = Sinusta ei ole tallessa mitään. Nämä tiedot tulevat työtilasta, kun kirjoitat minulle.
me-name = Nimi
me-email = Sähköposti
me-identities = Tunnukset
me-language = Valittu kieli
me-channels = Kanavat
language-chosen = Selvä, vastaan sinulle tästä lähtien suomeksi.

## Lomakkeet

form-register = Rekisteröi kanava
form-edit = Muuta kanavan tietoja
form-pause = Tauko
form-away = Poissaolo ja sijainen
form-handover = Kanavan luovutus
form-submit = Tallenna
form-cancel = Peruuta
form-errors = Tarkista merkityt kohdat.
hint-url = Koko osoite, esimerkiksi https://www.instagram.com/nimi/
hint-person = Tunnus tai sähköpostiosoite
hint-people = Tunnuksia tai sähköpostiosoitteita, välissä välilyönti
hint-maintainers = Kaksi on parempi kuin yksi. Tunnuksia tai sähköpostiosoitteita, välissä välilyönti.
hint-purpose = Mitä kanavalla tavoitellaan?
hint-decision = Kunnanjohtaja tai vastuualuejohtaja päättää.
hint-interval = Tyhjänä käytetään kunnan yhteistä väliä.
hint-authorised = Esihenkilö, joka on valtuuttanut ylläpitäjän.
form-cancelled = Lomake suljettiin. Mitään ei tallennettu.
problem-missing = Täytä tämä kenttä.
problem-too-long = Teksti on liian pitkä.
problem-id = Käytä pieniä kirjaimia, numeroita ja yhdysmerkkiä.
problem-id-taken = Samalla tunnisteella on jo kanava.
problem-person = Anna tunnus tai sähköpostiosoite.
problem-url = Kirjoita koko osoite, esimerkiksi https://www.instagram.com/nimi/.
problem-url-taken = Osoite on jo rekisterissä: { $channel }.
problem-other-platform = Osoite on palvelussa { $platform }. Vaihda palvelu tai osoite.
problem-platform = Valitse palvelu luettelosta.
problem-pause = Anna sekä ensimmäinen että viimeinen päivä.
problem-pause-order = Viimeinen päivä on ennen ensimmäistä.
problem-unknown-field = Tätä kenttää ei tunneta.
problem-date = Kirjoita päivä muodossa 2026-11-30.
problem-hours = Anna tunnit numeroina, 0–168.
problem-days = Anna päivät kokonaislukuna, 1–366.
problem-malformed = Arvo ei kelpaa tähän kenttään.

## Ilmoitukset

notice-question-heading = Kysymys, johon ohje ei vastaa
notice-question = Kysyjä:
notice-appointed-heading = Sinut on nimetty kanavalle
notice-appointed = { $by } merkitsi sinut kanavan vastuuhenkilöksi tai ylläpitäjäksi:

## Kun jokin ei onnistu

not-allowed-ict-secretary = Tämän voi tehdä vain ICT-sihteeri, joka pitää luetteloa kanavista.
not-allowed-keeper = Tämän voivat tehdä kanavan vastuuhenkilö, sen ylläpitäjät ja ICT-sihteeri.
failure = Pahoittelut, jokin meni pieleen. Jos ilmoitat asiasta, mainitse viite { $reference }.
store-failure = Rekisteriin ei juuri nyt saada yhteyttä. Mitään ei muutettu. Yritä hetken kuluttua uudestaan; viite on { $reference }.
stale-button = Tämä painike on vanhasta viestistä. Kysy uudestaan, niin saat uuden.
unknown-channel = Kanavaa ei löytynyt rekisteristä. Se on voitu poistaa tai nimetä uudestaan.
