### Konsolsidans egna texter. Botens svar kommer från annat håll.

console-title = Somebot
console-try-out = test
console-banner = Det här är ett test: registret är ett exempel och ingen får riktiga meddelanden. Rollerna är inga verkliga personer – välj vem du provar som.
console-skip = Hoppa till skrivfältet
console-skip-to-inbox = Hoppa till inkorgen
console-languages = Sidans språk

console-personas = Vem du provar som
console-persona-staff = Anställd
console-persona-maintainer = Administratör
console-persona-ict-secretary = ICT-sekreterare
console-persona-manager = Kommundirektör
console-role-maintainer = Bibliotekets administratör
console-role-administration = Förvaltningsdirektör
console-role-communications = Kommunikationsplanerare
console-role-library = Bibliotekschef
console-role-librarian = Biblioteksfunktionär
console-role-youth = Ansvarig för ungdomstjänster
console-role-youth-worker = Ungdomsarbetare
console-role-museum = Museichef
console-role-sports = Idrottssekreterare
console-unread = { $count ->
    [one] ett nytt meddelande
   *[other] { $count } nya meddelanden
  }

console-conversation = Samtal
console-bot = Somebot
console-you = Du
console-pressed = Du tryckte på: { $label }
console-private = Bara du ser det här
console-shared = Visas för alla i samtalet
console-earlier = De äldsta meddelandena visas inte.

console-welcome = Hej! Jag är Somebot.
console-welcome-text = Fråga mig om anvisningarna för sociala medier eller om vem som sköter kommunens kanaler. Prova till exempel:
console-example-owner = vem sköter kommunens instagram
console-example-rule = får jag uppdatera min egen facebook på arbetstid
console-example-answering = hur snabbt ska vi svara på meddelanden
console-example-channels = vilka kanaler har biblioteket
console-example-decision = vem beslutar om en ny kanal
console-example-updated = jag uppdaterade bibliotekets instagram i går
console-example-register = registrera
console-example-help = hjälp

console-say-label = Meddelande till boten
console-say-hint = fråga eller ge ett kommando
console-send = Skicka

console-inbox = Inkorg
console-inbox-empty = Inga meddelanden. Här visas det som boten på eget initiativ meddelar den här rollen.
console-inbox-time = { DATETIME($at, dateStyle: "medium") } kl.{"\u00A0"}{ CLOCK($at) }
console-new = ny

console-clock = Botens klocka
console-clock-now = { DATETIME($at, dateStyle: "full") } kl.{"\u00A0"}{ CLOCK($at) }
console-clock-real = Nutid
console-clock-moved = Flyttad
console-clock-help = Flytta klockan för att se vad boten gör senare.
console-clock-day = +1 dag
console-clock-week = +1 vecka
console-clock-reset = Tillbaka till nutid
console-clock-at = Datum och klockslag
console-clock-set = Ställ in
console-clock-error = Ange datum och klockslag mellan åren 2000 och 2099.
console-day = { DATETIME($at, dateStyle: "full") }
console-time = { CLOCK($at) }

console-required = obligatorisk
console-choose = Välj
console-person-hint = Användar-id eller e-postadress, i konsolen till exempel console:maintainer.
console-people-hint = Användar-id:n eller e-postadresser åtskilda med mellanslag, i konsolen till exempel console:staff console:maintainer.
console-errors = { $count ->
    [one] Rätta ett fält:
   *[other] Rätta { $count } fält:
  }

console-failure = Något gick fel och jag kunde inte svara. Jag beklagar! Försök igen om en stund. Om felet upprepas, uppge referensen { $reference } till dem som sköter boten.
console-stale = Den här knappen hör till ett gammalt meddelande. Fråga igen så får du en ny.
console-form-gone = Formuläret har redan skickats eller stängts. Öppna det igen om du vill fortsätta.
console-offline = Boten svarar inte just nu. Din text finns kvar – försök igen om en stund.

console-refused-title = Det gick inte
console-refused-host = Konsolen svarar bara på den här datorn, på adressen http://127.0.0.1:{ $port }/
console-refused-origin = Begäran kom från en annan webbplats och togs inte emot.
console-refused-token = Sidan var föråldrad, troligen för att boten har startats om. Öppna sidan på nytt och försök sedan en gång till.
console-refused-size = Meddelandet är för långt. Förkorta det och skicka igen.
console-refused-encoding = Meddelandet kunde inte läsas. Öppna sidan på nytt och försök en gång till.
console-refused-persona = Det finns ingen sådan roll.
console-back = Öppna konsolen på nytt
