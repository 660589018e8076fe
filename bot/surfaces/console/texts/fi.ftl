### Konsolin sivun omat tekstit. Botin vastaukset tulevat muualta.

console-title = Somebot
console-try-out = kokeilu
console-banner = Tämä on kokeilu: rekisteri on esimerkki, eikä kukaan saa oikeita viestejä. Roolit eivät ole oikeita henkilöitä – valitse, kenenä kokeilet.
console-skip = Siirry kirjoittamaan
console-skip-to-inbox = Siirry saapuneisiin viesteihin
console-languages = Sivun kieli

console-personas = Kenenä kokeilet
console-persona-staff = Työntekijä
console-persona-maintainer = Ylläpitäjä
console-persona-ict-secretary = ICT-sihteeri
console-persona-manager = Kunnanjohtaja
console-role-maintainer = Kirjaston ylläpitäjä
console-role-administration = Hallintojohtaja
console-role-communications = Viestintäsuunnittelija
console-role-library = Kirjastotoimenjohtaja
console-role-librarian = Kirjastovirkailija
console-role-youth = Nuorisopalvelujen vastaava
console-role-youth-worker = Nuorisotyöntekijä
console-role-museum = Museonjohtaja
console-role-sports = Liikuntasihteeri
console-unread = { $count ->
    [one] yksi uusi viesti
   *[other] { $count } uutta viestiä
  }

console-conversation = Keskustelu
console-bot = Somebot
console-you = Sinä
console-pressed = Painoit: { $label }
console-private = Vain sinä näet tämän
console-shared = Näkyy kaikille keskustelussa
console-earlier = Alusta on jätetty pois vanhimmat viestit.

console-welcome = Hei! Olen Somebot.
console-welcome-text = Kysy minulta sosiaalisen median ohjeesta tai siitä, kuka hoitaa mitäkin kunnan kanavaa. Kokeile vaikka näitä:
console-example-owner = kuka hoitaa kunnan instagramia
console-example-rule = saako työajalla päivittää omaa facebookia
console-example-answering = kuinka nopeasti viesteihin pitää vastata
console-example-channels = mitä kanavia kirjastolla on
console-example-decision = kuka päättää uudesta kanavasta
console-example-updated = päivitin kirjaston instagramin eilen
console-example-register = rekisteröi
console-example-help = apua

console-say-label = Viesti botille
console-say-hint = kysy tai anna komento
console-send = Lähetä

console-inbox = Saapuneet viestit
console-inbox-empty = Ei viestejä. Tänne tulevat ilmoitukset, jotka botti lähettää tälle roolille oma-aloitteisesti.
console-inbox-time = { DATETIME($at, dateStyle: "medium") } klo{"\u00A0"}{ CLOCK($at) }
console-new = uusi

console-clock = Botin kello
console-clock-now = { DATETIME($at, dateStyle: "full") } klo{"\u00A0"}{ CLOCK($at) }
console-clock-real = Nykyhetki
console-clock-moved = Siirretty
console-clock-help = Siirrä kelloa, niin näet, mitä botti tekee myöhemmin.
console-clock-day = +1 päivä
console-clock-week = +1 viikko
console-clock-reset = Nykyhetkeen
console-clock-at = Päivä ja kellonaika
console-clock-set = Aseta
console-clock-error = Anna päivä ja kellonaika vuosien 2000 ja 2099 väliltä.
console-day = { DATETIME($at, dateStyle: "full") }
console-time = { CLOCK($at) }

console-required = pakollinen
console-choose = Valitse
console-person-hint = Käyttäjätunniste tai sähköpostiosoite, konsolissa esimerkiksi console:maintainer.
console-people-hint = Käyttäjätunnisteita tai sähköpostiosoitteita välilyönnein erotettuina, konsolissa esimerkiksi console:staff console:maintainer.
console-errors = { $count ->
    [one] Korjaa yksi kohta:
   *[other] Korjaa { $count } kohtaa:
  }

console-failure = Jokin meni vikaan, enkä voinut vastata. Pahoittelut! Yritä hetken päästä uudelleen. Jos vika toistuu, kerro ylläpidolle viite { $reference }.
console-stale = Tämä painike on vanhasta viestistä. Kysy uudelleen, niin saat uuden.
console-form-gone = Tämä lomake on jo lähetetty tai suljettu. Avaa se uudelleen, jos haluat jatkaa.
console-offline = Botti ei vastaa juuri nyt. Tekstisi on tallessa – yritä hetken päästä uudelleen.

console-refused-title = Tämä ei onnistunut
console-refused-host = Konsoli vastaa vain tältä koneelta, osoitteessa http://127.0.0.1:{ $port }/
console-refused-origin = Pyyntö tuli toiselta sivustolta, joten sitä ei otettu vastaan.
console-refused-token = Sivu oli vanhentunut, luultavasti siksi, että botti on käynnistetty välillä uudelleen. Avaa sivu uudelleen ja yritä sitten vielä kerran.
console-refused-size = Viesti on liian pitkä. Lyhennä sitä ja lähetä uudelleen.
console-refused-encoding = Viestiä ei voitu lukea. Avaa sivu uudelleen ja yritä vielä kerran.
console-refused-persona = Tällaista roolia ei ole.
console-back = Avaa konsoli uudelleen
