### Somebots texter på svenska. Kort, artigt och på klarspråk.

## Språk

language-fi = finska
language-sv = svenska
language-en = engelska
in-language-fi = på finska
in-language-sv = på svenska
in-language-en = på engelska

## Svar ur anvisningarna

edition = { $municipality }: { $name }.
edition-draft = Anvisningarna är ett utkast.
edition-approved = Godkända { DATETIME($on, dateStyle: "medium") }, { $by }.
edition-approved-on = Godkända { DATETIME($on, dateStyle: "medium") }; det är inte känt av vem.
edition-summary = Texten är en sammanfattning och återger inte anvisningarna ordagrant.
edition-translation = Det här är en översättning; det bindande språket är { $binding }.
source-draft = utkast
source-approved = godkända { DATETIME($on, dateStyle: "medium") }
source-summary = sammanfattning
source-translation = översättning (bindande språk: { $binding })
edition-not-approved = Det finns inget datum för godkännande.
edition-approved-unknown = Anvisningarna är markerade som godkända. Jag vet inte när och av vem de har godkänts.
edition-version = Version: { $version }.
edition-version-unknown = Anvisningarna anger ingen version.
edition-review = Anvisningarna ska ses över senast { DATETIME($on, dateStyle: "medium") }.
edition-review-unknown = Jag vet inte när anvisningarna ses över nästa gång.
edition-source = Original: { $source }
edition-source-unknown = Jag vet inte var anvisningarna finns i original.
edition-languages = Anvisningarnas språk: { $languages }.
edition-binding = Anvisningarnas bindande språk är { $binding }.
edition-verbatim = Texten är anvisningarnas egen, ord för ord.
answer-cite = kapitel { $section }: { $title }
answer-cite-section = kapitel { $section }
answer-editors-note = Anmärkning (ingår inte i anvisningarna): { $note }
answer-candidates = Jag är inte säker på vilket avsnitt du menar. Menade du något av dessa?
answer-unclear = Jag förstod inte vad du frågar. Berätta lite mer: vilken kanal, vilket inlägg eller vilken situation gäller det?
answer-topic = Anvisningarna säger ingenting om det här. Ämne: { $topic }.
answer-topic-ask = Fråga { $ask }.
answer-no-more = Om det här säger anvisningarna inget mer än detta:
answer-reasons = Anvisningarna motiverar inte det här mer än vad som står här:
answer-nearest = De närmaste avsnitten i anvisningarna:
text-elsewhere = I anvisningarna finns detta endast { $language }; avsnittet finns nedan.
contents-hint = Välj ett kapitel eller skriv till exempel ”{ $example }”.
contents-number-unknown = Punkt { $number } finns inte i anvisningarna.
forwarded = Din fråga har skickats till ICT-sekreteraren: { $names }.
forwarded-not = Frågan kunde inte levereras. Kontakta ICT-sekreteraren direkt: { $names }.
forwarded-nobody = Jag vet ännu inte vem som är ICT-sekreterare, så frågan skickades inte. Fråga förvaltningstjänsterna.
forwarded-guest = Din fråga har skickats till ICT-sekreteraren.
forwarded-guest-not = Frågan kunde inte levereras. Fråga förvaltningstjänsterna.
section-unknown = Det här avsnittet finns inte längre i anvisningarna. Fråga på nytt så söker jag svaret i den nuvarande texten.

## Knappar

button-whole = Läs hela avsnittet
button-read = Läs
button-contents = Innehåll
button-chapter = Kapitel { $section }
button-before = Föregående: { $title }
button-after = Nästa: { $title }
button-share = Dela i den här konversationen
share-asked = frågade: ”{ $question }”
command-other = I Slack heter det här kommandot { $typed }, men i botens inställningar { $command }, så jag kan inte svara på det. Skriv till mig i ett direktmeddelande så länge, och berätta för ICT-sekreteraren om detta.
share-who-reads = Svaret innehåller uppgifter som bara är avsedda för den egna organisationen, till exempel namn på personer. Jag ser inte om även personer från andra organisationer läser den här konversationen. Dela allt bara om de inte är med.
button-share-all = Dela allt
button-share-public = Dela bara det offentliga
share-where = Dela i en konversation
share-to = Konversation
share-submit = Dela
button-ask-secretary = Fråga ICT-sekreteraren
button-updated = Uppdaterad
button-show = Visa kanalen
button-show-short = Visa
button-home = Min sida
button-retire = Avsluta kanalen
button-show-channel = Visa: { $channel }
button-handover-channel = Överlämna: { $channel }
button-handover-all = Överlämna alla kanaler
button-handover-of = Överlämna kanalerna
button-edit = Ändra uppgifterna
button-more-facts = Komplettera uppgifterna
button-maintainers = Administratörer
button-pause = Paus
button-resume = Avsluta pausen
button-undo = Ångra ändringen
button-left = Anteckna att personen har slutat
button-verify = Kontrollera ett konto
button-channels = Visa kanalerna
button-more = Visa mer
message-cut = Meddelandet är längre än vad som ryms på en gång i Teams. Fråga efter en del i taget.
button-my-data = Ladda ner mina uppgifter
button-remove-my-data = Ta bort mina uppgifter
button-remove-my-data-now = Ja, ta bort mina uppgifter
button-continue-data = Fortsätt
button-open-form = Öppna formuläret
button-choose = Välj
button-language = Svenska

## Kanaler

owners-none = Det finns ingen sådan kanal i registret.
owners-retired = { $channel } har avslutats.
retired-still-in-use = Om kanalen fortfarande används, berätta det för ICT-sekreteraren.
owner-no-cover = Ingen vikarie har överenskommits. Om administratören är borta går frågorna om kanalen till den ansvariga personen.
owner-no-cover-between = Ingen vikarie har överenskommits för { DAYS($start, $end) }. Om administratören då är borta går frågorna om kanalen till den ansvariga personen.
owner-no-decision = Inget beslut om kanalen finns i registret. Ett beslut kan ha fattats även om det inte har antecknats.
owner-guest = Kanalens ansvariga person och administratörer visas bara för kommunens personal.
owner-what = Jag känner bara till vem som ansvarar för kommunens kanaler i sociala medier. Vilken kanal gäller det? Skriv kanalens namn, till exempel: vem ansvarar för bibliotekets Instagram.
sought-none = Jag hittade ingen kanal när jag sökte på ”{ $sought }”.
near-unit = Enhetens kanaler ({ $unit }):
near-other = De närmaste kanalerna:
ask-whom = Mer information ger:
ask-whom-unnamed = Mer information ger förvaltningstjänsternas ICT-sekreterare.
line-responsible = ansvarig person
line-maintainers = administreras av
has-left = arbetar inte längre i kommunen
covers-today = Vikarie i dag
until = till och med { DATETIME($day, dateStyle: "medium") }
covers-ahead = Avtalade vikarier
from-to = { DAYS($start, $end) }
duty-updates = En kanal ska administreras och uppdateras regelbundet: anvisningarna, kapitel { $section }.
duty-holidays = Man ska också komma överens om administrationen under semestertider: anvisningarna, kapitel { $section }.
channels-heading =
    { $count ->
        [one] En kanal
       *[other] { $count } kanaler
    }
channels-paused =
    { $count ->
        [one] En kanal är pausad
       *[other] { $count } kanaler är pausade
    }
channels-paused-none = Ingen kanal är pausad.
channels-pause-ahead = Pausen börjar senare
channels-quiet =
    { $count ->
        [one] En kanal utan färsk uppgift om uppdatering
       *[other] { $count } kanaler utan färsk uppgift om uppdatering
    }
channels-quiet-none = För alla kanaler finns det en färsk uppgift om uppdatering.
channels-unkept =
    { $count ->
        [one] En kanal utan administratör
       *[other] { $count } kanaler utan administratör
    }
channels-unkept-none = Alla kanaler har en administratör.
channels-unanswered =
    { $count ->
        [one] En kanal vars ansvariga person har slutat
       *[other] { $count } kanaler vars ansvariga person har slutat
    }
channels-unanswered-none = Alla kanaler har en ansvarig person.
channels-leavers =
    { $count ->
        [one] En kanal med någon som har slutat
       *[other] { $count } kanaler med någon som har slutat
    }
channels-leavers-none = Ingen kanal har någon som har slutat.
channels-retired =
    { $count ->
        [one] En avslutad kanal
       *[other] { $count } avslutade kanaler
    }
channels-retired-none = Ingen kanal har avslutats.
channels-single =
    { $count ->
        [one] En kanal som har bara en administratör eller ingen
       *[other] { $count } kanaler som har bara en administratör eller ingen
    }
channels-single-none = Alla kanaler har minst två administratörer.
channels-unlinked =
    { $count ->
        [one] En kanal som inte är länkad på kommunens webbplats
       *[other] { $count } kanaler som inte är länkade på kommunens webbplats
    }
channels-unlinked-none = I registret finns ingen kanal vars länk man vet att saknas på kommunens webbplats.
audit-beyond = Jag kunde inte välja efter allt du skrev. Här är allt i registret som behöver uppmärksamhet.
channels-beyond = Jag kunde inte avgränsa listan efter allt du skrev. Den kan ha fler kanaler än de du menade.
mine-heading = Dina kanaler
mine-none = Du är inte ansvarig person eller administratör för någon kanal i registret.
register-there = Adressen finns redan i registret.
mine-why = Jag påminner om en kanal när dess uppdateringsintervall har gått ut utan uppgift om en uppdatering.
home-heading = Somebot
home-intro = Fråga om anvisningarna för sociala medier, eller vem som sköter en kanal.
home-ask = Fråga
home-covers = Dina vikariat
home-duties = Öppna skyldigheter: { $count }
home-register = Registrera en kanal
home-keeping = ICT-sekreterarens uppgifter
home-attention = Kanaler som behöver ses över: { $count }
home-gaps = Frågor utan svar: { $count }
home-shadow = Påminnelser skickas än så länge bara till dig.
home-start = Börja
home-reminders = Påminnelserna kan pausas för några dagar.
home-pause = Pausa
mine-waiting =
    { $count ->
        [one] Det finns ingen färsk uppgift om en av kanalerna. Om den har uppdaterats kan du meddela det med knappen.
       *[other] Det finns ingen färsk uppgift om { $count } av kanalerna. Om de har uppdaterats kan du meddela det med knapparna.
    }
verify-what = Vilket konto ska jag kontrollera? Skicka kontots adress, @namn eller kanalens namn.
verify-named = I kommunens register finns en kanal med det här namnet:
verify-ours = Ja, { $address } är kommunens kanal.
verify-ours-several = Ja, kommunen använder namnet { $address } i de här kanalerna:
verify-compare = Ett konto med samma namn i en annan tjänst kan vara någon annans. Jämför adressen.
verify-retired = { $address } har varit kommunens kanal men har avslutats.
verify-not-listed = { $address } finns inte i kommunens register.
verify-own-site = { $address } finns på kommunens egen webbplats. Det är ingen kanal i sociala medier och finns därför inte i registret.
channels-quiet-none-of = Det finns färska uppgifter om uppdateringar på alla de här kanalerna: { $channels }.
nothing-waits = Ingenting väntar på dig.
absences-own-none = Ingen frånvaro har antecknats för dig.
verify-no-account = Adressen visar inte vems kontot är. Skicka adressen till avsändarens profil så kontrollerar jag den.
verify-looks-like-ours = Var uppmärksam: { $address } finns inte i kommunens register.
verify-likeness-host = Adressen påminner om en välkänd adress men leder någon annanstans. I kommunens register finns:
verify-likeness-same-name = Kommunen har en kanal med samma namn på ett annat ställe, men det säger inte vems det här kontot är. I kommunens register finns:
verify-likeness-same-look = Namnet ser ut som namnet på kommunens kanal, men bokstäverna eller skiljetecknen är andra. I kommunens register finns:
verify-likeness-more-words = Namnet innehåller mer än namnet på kommunens kanal. I kommunens register finns:
verify-likeness-nearly = Namnet avviker bara lite från namnet på kommunens kanal. I kommunens register finns:
verify-impostor = Om kontot uppträder i kommunens namn, gör så här:
verify-step-no-reply = Svara inte på kontots meddelanden, börja inte följa det och öppna inte dess länkar.
verify-step-screenshot = Ta en skärmbild där också kontots adress syns.
verify-step-report = Anmäl kontot med tjänstens egen anmälningsfunktion.
verify-step-tell = Berätta om saken för ICT-sekreteraren:
verify-step-tell-unnamed = Berätta om saken för förvaltningstjänsternas ICT-sekreterare.
verify-tell-secretary = Berätta för ICT-sekreteraren
verify-question = Är det här kommunens konto eller uppträder någon i kommunens namn? { $address }

state-active = aktuell
state-idle = inte uppdaterad
state-unconfirmed = ingen färsk uppgift om uppdateringar
state-unknown = källan för uppdateringar kan inte läsas
channel-is-new = ny i registret
next-due = uppdatera senast { DATETIME($day, dateStyle: "medium") }
status-proposed = föreslagen
status-authorised = med fullmakt
status-decided = beslutad
status-in-use = i bruk
status-paused = pausad
status-paused-until = pausad till och med { DATETIME($day, dateStyle: "medium") }
status-pause-ahead = pausad { DAYS($start, $end) }
status-retired = avslutad
evidence-seen = En uppdatering noterades { DATETIME($on, dateStyle: "medium") }
evidence-told = Enligt anmälan uppdaterad { DATETIME($on, dateStyle: "medium") }
evidence-checked = Enligt ICT-sekreteraren uppdaterad { DATETIME($on, dateStyle: "medium") }
evidence-registered = Ingen uppgift om uppdateringar än; i registret sedan { DATETIME($on, dateStyle: "medium") }
evidence-none = Uppgift om uppdateringar saknas

since = sedan { DATETIME($day, dateStyle: "medium") }
source-address = adressen är inte en sådan som boten kan följa
source-gone = det finns inte längre något på adressen
source-no-feed = sidan har inget flöde där uppdateringar syns
source-no-account = kontot hittas inte, eller tjänsten visar det inte för boten
source-forbidden = servern släpper inte in boten
source-certificate = webbplatsens certifikat duger inte
source-unreadable = adressen ger inget flöde som går att läsa
source-key = kommunens nyckel till tjänsten räcker inte eller har gått ut
source-server = servern svarar inte som den ska
source-newest = senaste uppdatering { DATETIME($on, dateStyle: "medium") }
source-undated = på adressen syns inga daterade uppdateringar
address-tried = Jag provade adressen: { $found }. Om adressen är rätt kan du spara uppgifterna.
sources-found-heading = Var kanalernas uppdateringar syns
sources-seen =
    { $count ->
        [one] Den här kanalen följer jag nu själv. Jag frågar inte om uppdateringar som jag ser.
       *[other] De här { $count } kanalerna följer jag nu själv. Jag frågar inte om uppdateringar som jag ser.
    }
sources-failing =
    { $count ->
        [one] Källan för den här kanalen kunde jag ännu inte läsa. Jag försöker igen.
       *[other] Källorna för de här { $count } kanalerna kunde jag ännu inte läsa. Jag försöker igen.
    }
sources-none =
    { $count ->
        [one] Uppdateringarna på den här kanalen ser jag inte, så jag frågar administratörerna. Om det finns ett flöde kan dess adress läggas till i registret.
       *[other] Uppdateringarna på de här { $count } kanalerna ser jag inte, så jag frågar administratörerna. Om det finns ett flöde kan dess adress läggas till i registret.
    }
service-out-heading = { $service } visar inga uppdateringar
service-out-key =
    Kanalerna i tjänsten har inte gått att läsa sedan { DATETIME($since, dateStyle: "medium") }: { $why }. { $count ->
        [one] Kommunen har där en kanal som följs.
       *[other] Kommunen har där { $count } kanaler som följs.
    } Be den som sköter driften av boten att förnya nyckeln: kommandot doctor berättar vad den saknar. Tills dess påminns ingen om kanalerna.
service-out =
    Tjänsten har inte gått att läsa sedan { DATETIME($since, dateStyle: "medium") }. { $count ->
        [one] Kommunen har där en kanal som följs.
       *[other] Kommunen har där { $count } kanaler som följs.
    } Felet ligger i tjänsten, inte i kanalerna: ingen påminns om dem förrän tjänsten fungerar igen. Du behöver inte göra något.

## Registrets fält

group-channel = Kanal
group-people = Personer
group-decision = Syfte och beslut
group-upkeep = Administration
group-visibility = Synlighet och uppföljning
field-platform = Tjänst
field-name = Kanalens namn
field-url = Adress
field-handle = Kontots användarnamn
field-account = Kontots adress eller namn
field-question = Fråga
field-unit = Enhet
field-unit-sv = Enhet på svenska
field-unit-en = Enhet på engelska
field-scope = Omfattning
field-responsible = Ansvarig person
field-maintainers = Administratörer
field-purpose = Syfte
field-status = Status
field-pause = Paus
field-decision = Beslut
field-decision-by = Beslutsfattare
field-decision-on = Beslutsdatum
field-decision-record = Beslutets nummer
field-weekly-hours = Arbetstid per vecka (timmar)
field-update-interval-days = Uppdateringsintervall (dagar)
field-website-link = Länk på kommunens webbplats
field-announced = Det har informerats om kanalen
field-official-marked = Kanalen visar enheten och att den är officiell
field-holiday-covers = Semestervikarier
field-source = Källa för uppdateringar
field-evidence = Senaste uppdatering
field-closing = Överenskommet om avslutandet
field-closing-access-by = Behörigheterna tas bort av
field-closing-archive = Innehållet arkiveras i
field-closing-announcement = Hur det informeras om avslutandet
field-add = Administratörer som läggs till
field-remove = Administratörer som tas bort
field-person = Person
field-updated = Senaste uppgift om uppdatering
field-state = Läge
field-channel = Kanal
field-start = Första dag
field-end = Sista dag
field-reason = Orsak
field-duty = Skyldighet
field-exemptions = Befrielser från skyldigheter
field-confirmed = Bekräftelser
field-text = Vad som har gjorts
field-learnt = Vad vi lärde oss
field-until-told = Tills vidare – dagen för återkomst är inte känd
field-cover = Vikarie
field-to = Ny administratör
field-authorised-by = Chef som har gett fullmakt
field-no-successor = Jag vet inte vem som fortsätter – berätta för ICT-sekreteraren
field-on = Datum

value-none = uppgift saknas
value-yes = ja
value-no = nej
value-date = { DATETIME($day, dateStyle: "medium") }
value-days = { DAYS($start, $end) }
scope-municipality = hela kommunen
scope-unit = en enhet
platform-website = Webbplats
platform-podcast = Podd
platform-blog = Blogg
platform-other = Annan

## Skötseln av registret

registered = Kanalen har lagts till i registret:
edited = Uppgifterna har sparats:
edited-nothing = Ingenting ändrades:
registered-tried = Jag ser efter om kanalens uppdateringar syns på dess adress och berättar vad jag hittar.
registered-corrected = Tjänsten angavs som { $platform }, eftersom adressen finns där.
registered-resembles = Adressen eller namnet påminner om en annan kanal: { $channels }. Kontrollera att kanalen är den rätta.
not-told = Meddelandet nådde inte fram: { $names }. Informera själv om saken.
retired = { $channel } har avslutats. Så här har man kommit överens om avslutandet:
retire-intro = { $channel } avslutas. Kanalen finns kvar i registret med sin historik men syns inte längre i förteckningarna.
resumed = { $channel } används igen.
resume-intro = { $channel }: paus { DAYS($start, $end) }
resume-none = { $channel } är inte pausad, och ingen paus är på väg.
left = har slutat; det är nu antecknat.
left-from = arbetar inte längre här från och med { DATETIME($on, dateStyle: "medium") }; det är nu antecknat.
left-no-channels = Personen hade inga kanaler.
left-wanting = De här kanalerna behöver en ny administratör eller ansvarig person:
left-question = Ska det antecknas att { $name } inte längre arbetar här från och med { DATETIME($on, dateStyle: "medium") }?
left-unsure = Uppfattat, ingenting har antecknats. Säg till när det är säkert, och från vilken dag.
left-kept = De här kanalerna har andra administratörer:
left-successor = Efter anteckningen kan du överlämna kanalerna till efterträdaren: { $name }.
left-keeps-nothing = Personen har inga kanaler.
returned = { $name } arbetar här igen.
returned-not-left = Det är inte antecknat att { $name } har slutat.
returned-channels = Personens kanaler:
handed-over-all =
    { $count ->
        [one] En kanal har överlämnats till
       *[other] { $count } kanaler har överlämnats till
    }
paused = { $channel } är pausad { DAYS($start, $end) }.
paused-later = { $channel } kommer att vara pausad { DAYS($start, $end) }.
history-heading = Ändringar, den senaste först
history-more = Det finns fler, tidigare ändringar.
history-none = Det finns inga ändringar.
history-none-then = Det finns inga ändringar från den tiden.
history-people = personuppgifter
history-when = { DATETIME($at, dateStyle: "medium") } kl.{"\u00A0"}{ CLOCK($time) }
and-more = och { $count } till
quoted = ”{ $text }”
change = { $field }: { $before } → { $after }
changed-meanwhile = Någon annan har under tiden ändrat kanalens uppgifter: { $changes }. Kontrollera uppgifterna och skicka formuläret på nytt.
export-how = Registret fås som Excel-tabell av botens tekniska drift, och en ändrad tabell läses in samma väg. Till driften: register export kanaler.xlsx och register import kanaler.xlsx.
event-register = registrering
event-edit = ändring av uppgifter
event-retire = avslutande
event-pause = paus
event-exempt = befrielse från en skyldighet
event-confirm = bekräftelse av skyldigheter
event-updated = anteckning om uppdatering
event-away = semestervikariat
event-back = återkallad frånvaro
event-absent = frånvaro antecknad
event-cover_declined = avböjt vikariat
event-handover = överlämnande av kanal
event-maintainers = ändring av administratörer
event-left = antecknat att en person har slutat
event-returned = personen har återvänt
history-by-operator = driften, via kommandoraden
history-by-directory = arbetsytans personkatalog
event-undo = ångrad ändring
event-language = val av språk
event-import = import från fil
event-directory = namn hämtat från arbetsytan
event-other = ändrat
undo-question = Det här är den senaste ändringen. Ska den ångras?
undo-same-day = Uppdateringsdatumet ändras inte även om anteckningen tas tillbaka: det finns andra uppgifter om samma eller en nyare uppdatering.
undo-registration = Den senaste ändringen är den här registreringen. Om du ångrar den avslutas kanalen, men den finns kvar i registrets historik. Ska registreringen ångras?
undo-import = Den senaste ändringen är en import från en fil, och den kan inte ångras med en knapptryckning. Du kan avsluta filens kanaler en i taget, eller så kan registret återställas från en säkerhetskopia.
undo-none = Det finns ingen ändring att ångra.
undo-none-then = Det finns ingen ändring att ångra från den tiden. Ändringarna ser du med kommandot ”historik”.
undo-returned = Den senaste ändringen är att personen har återvänt. Den kan inte ångras så här: anteckna vid behov på nytt att personen har slutat.
undo-not = Den senaste ändringen är den här, och den kan inte ångras så här, eftersom den inte gällde någon kanal. En person som enligt registret har slutat får du tillbaka med kommandot ”återvänt”.
undone = Ändringen har ångrats: { $channels }.
undo-too-late = Den här ändringen kan inte längre ångras, eftersom kanalens uppgifter har ändrats efter den. Se ändringarna med kommandot ”historik”.
undo-erased = Den här ändringen kan inte ångras, eftersom kanalen skulle gå till någon vars uppgifter har tagits bort. Ange en annan person med kommandot ”redigera”.
audit-heading = Kanaler som behöver ses över (totalt { $count } i registret)
audit-fine = Alla kanaler är i ordning. Antal kanaler: { $count }.
audit-single-maintainer = Bara en administratör eller ingen alls
audit-orphaned = Den ansvariga personen och alla administratörer har slutat
audit-leavers = Den ansvariga personen eller någon av administratörerna har slutat
audit-given-up = en administratör vill lämna kanalen
audit-not-linked = Länk saknas på kommunens webbplats
duties-heading = Kanalens skyldigheter
duties-open = Öppna skyldigheter
duties-none-open = Enligt registret är ingen skyldighet öppen.
duties-not-in-use = Kanalen är inte i bruk, så inga skyldigheter gäller den.
duties-not-laid-down = I uppgifterna om anvisningarna anges inga skyldigheter för kanalerna, så inga skyldigheter följs upp.
duties-note = Uppgifterna kommer från registret och från det som har setts av kanalerna. ”Okänt” betyder inte att skyldigheten har försummats.
duties-note-open = Uppgifterna kommer från registret och från det som har setts av kanalerna.
duties-on = { DATETIME($on, dateStyle: "medium") }
duties-section = kapitel { $section }
standing-kept = i ordning
standing-open = öppen
standing-unknown = okänt
standing-exempt = befriad
duty-decision-on-use = Det finns ett beslut om att ta kanalen i bruk
duty-responsible-persons-named = Ansvarig person är utsedd
duty-superiors-authorisation = Chefen har gett administratörerna fullmakt
duty-named-maintainers = Minst två kan uppdatera
duty-working-time-defined = Arbetstiden är avtalad
duty-unit-and-official-shown = Enheten och kanalens officiella status syns
duty-website-link = Länk från kommunens webbplats
duty-announced = Det har informerats om kanalen
duty-regular-updates = Uppdaterad i tid
duty-answer-messages = Meddelanden besvaras
duty-regular-following = Kanalen följs
duty-holiday-maintenance = En semestervikarie är avtalad
duty-answer-as-feedback = Svar ges inom samma tid som på annan respons
lacking-decision-on-use = Inget beslut om ibruktagandet har antecknats
lacking-responsible-persons-named = Ingen ansvarig person är utsedd
lacking-superiors-authorisation = Chefens fullmakt har inte antecknats för alla administratörer
lacking-named-maintainers = Färre än två kan uppdatera
lacking-working-time-defined = Arbetstiden är inte avtalad
lacking-unit-and-official-shown = Enheten eller kanalens officiella status syns inte
lacking-website-link = Länk saknas på kommunens webbplats
lacking-announced = Det har inte informerats om kanalen
lacking-regular-updates = Inte uppdaterad i tid
lacking-answer-messages = Meddelanden besvaras inte
lacking-regular-following = Kanalen följs inte
lacking-holiday-maintenance = Ingen semestervikarie är avtalad
lacking-answer-as-feedback = Svar ges inte inom samma tid som på annan respons
lacking-access-checked = Åtkomsten har inte kontrollerats
exemption-until = till och med { DATETIME($until, dateStyle: "medium") }: { $reason } (beviljad av { $name })
exempted = { $channel }: skyldigheten ”{ $duty }” följs inte upp till och med { DATETIME($until, dateStyle: "medium") }. Därefter följs den upp igen.
exemption-ended = { $channel }: skyldigheten ”{ $duty }” följs upp igen.
button-exempt = Befria från en skyldighet
button-exemption-end = Avsluta befrielsen
duty-access-checked = Åtkomsten har kontrollerats
access-heading = Åtkomst som ska tas bort
access-ask = De sköter inte längre kanalen men kan fortfarande komma in på kontot. Ta bort behörigheterna i tjänsten, byt gemensamma lösenord och bekräfta sedan här.
access-since = { $name } är inte längre administratör (ändrat { DATETIME($since, dateStyle: "medium") }).
access-left = { $name } har slutat ({ DATETIME($since, dateStyle: "medium") }).
access-done = { $channel }: åtkomsten är borttagen ({ $name }).
access-erased = En person vars uppgifter har tagits bort
button-access-taken = Åtkomsten är borttagen
confirm-heading = Halvårskontroll
confirm-ask = Det här kan boten inte se. Tryck på ”Allt är i ordning” om allt som nämns om kanalen stämmer.
confirm-access = Åtkomsten är i ordning när bara de nämnda kommer åt kanalens konto, de är minst två, behörigheterna har tagits bort för dem som har slutat, tvåstegsverifiering är på och återställningsadressen är enhetens. Skriv inga lösenord till boten.
confirm-holders = Åtkomst: { $names }
confirm-open = Öppet: { $duties }
confirm-done = besvarat.
confirm-form = Avmarkera det som inte är i ordning.
confirmed = { $channel }: tack, bekräftelsen har antecknats.
confirmed-lacking = { $channel }: tack, uppgiften har antecknats. Öppet är fortfarande: { $duties }
button-confirm = Bekräfta skyldigheterna
button-confirm-all = Allt är i ordning
button-confirm-some = Något är inte i ordning
website-heading = Konton som webbplatsen länkar till men som inte finns i registret ({ $count })
website-nothing = På webbplatsen har inga länkar hittats till konton som saknas i registret.
website-seen = sedd { DATETIME($on, dateStyle: "medium") } på sidan
website-looks-like = Adressen påminner om kanalen { $channels } men är ett annat konto. Kontrollera om det är kommunens.
website-link-settled = Det här kontot har redan behandlats.
button-register-linked = Registrera { $name }
button-not-ours = Inte vårt
button-linked-later = Senare
field-proofs = Annat som talar för kontot
proof-mutual = webbplatsen och kontot länkar till varandra som sina egna ({ DATETIME($on, dateStyle: "medium") })
proof-own-domain = kontots namn hör till kommunens egen domän ({ DATETIME($on, dateStyle: "medium") })
report-heading = Kanalerna i sociala medier { DATETIME($on, dateStyle: "medium") }
report-states = Läget
report-total = Kanaler totalt
report-platforms = Per tjänst
report-units = Per enhet
report-duties = Vad som saknas, och på hur många kanaler
report-reminders = Påminnelser under de senaste 30 dagarna
report-asked = Frågor om en kanal
report-unanswered = Inget svar
report-answer-updated = Uppdaterad
report-answer-seen = Uppdateringen syntes i källan
report-answer-later = Uppskjuten
report-answer-handed-on = Överlämning föreslagen
report-answer-given-up = Vill avstå från kanalen
report-answer-closing = Avslutande föreslaget
report-answer-covered = Vikarie utsedd
report-answer-away = Frånvarande
report-questions = Frågor om anvisningarna under de senaste 30 dagarna
report-questions-asked = Frågor
report-gaps = Utan svar just nu
report-waiting = Väntar på svar av ICT-sekreteraren
report-duties-none = Inga öppna skyldigheter.
report-reminders-none = Inga påminnelser har skickats.
report-questions-none = Inga frågor, och ingenting väntar på svar från ICT-sekreteraren.
report-development = Utveckling
report-column-what = Vad
report-column-count = Antal
report-column-day = Dag
report-column-total = Kanaler
report-column-in-use = I bruk
report-column-open = Öppna skyldigheter
report-line = antal kanaler { $total }, varav i bruk { $used }; öppna skyldigheter { $open }
report-note = Utvecklingen är beräknad ur ändringshistoriken: den visar bara det som har antecknats i registret.
report-note-past = Siffrorna är beräknade ur ändringshistoriken: de visar bara det som hade antecknats i registret. Det som syntes i källorna och på webbplatsen ingår inte.
report-note-files = Siffrorna fås som en sida att skriva ut och som Excel-tabell av botens tekniska drift.
report-no-such-day = Det finns inga uppgifter om den dagen. Registrets ändringshistorik börjar { DATETIME($first, dateStyle: "medium") }.
trouble-heading = Problem med kontot: { $channel }
trouble-what = Vad har hänt?
trouble-which = Vilken kanals konto gäller det?
button-trouble-guideline = Vad anvisningarna säger
trouble-name-it = Berätta vilken kanals konto det gäller, till exempel: bibliotekets Facebook har kapats.
trouble-kind = Vad som har hänt
trouble-opened = Antecknat
trouble-holders = Har åtkomst till kontot
trouble-told = Meddelande skickat till
trouble-address-found = adressen hittades i offentlig dokumentation { DATETIME($on, dateStyle: "medium") }
trouble-address-unchecked = adressen har inte kontrollerats
trouble-step-report = Anmäl till tjänsten:
trouble-step-hijacked = Byt lösenord, logga ut andra enheter och kontrollera återställningsadressen och vem som har behörigheter. Om du inte kommer åt kontot, återställ det på tjänstens sida.
trouble-step-fake = Spara det falska kontots adress och en skärmbild. Svara inte på kontots meddelanden och öppna inte dess länkar.
trouble-step-tell = Berätta om det i de andra kanalerna: { $channels }
trouble-step-log = Anteckna vem som har fått veta det och vad som har gjorts.
trouble-words-hijacked = Så här kan du berätta: ”{ $channel } är just nu inte under vår kontroll. Öppna inte dess länkar och svara inte på dess meddelanden. Vi berättar när kontot är vårt igen.”
trouble-words-fake = Så här kan du berätta: ”Någon uppträder under namnet { $channel }. Kontot är inte kommunens: öppna inte dess länkar och ge det inte dina uppgifter.”
trouble-log = Vad som har gjorts
trouble-what-else = Har något annat också hänt?
trouble-will-tell = Om en kapning eller ett falskt konto skickas ett meddelande genast när du trycker på knappen:
trouble-known = Den här kanalen har redan anmälts: { $what }. Inget nytt meddelande har skickats.
trouble-end = Ska ärendet avslutas?
trouble-cases = Öppna problem med konton
trouble-none = Det finns inga öppna problem med konton.
advice-threat = Om någon är i fara, ring genast 112. Svara inte den som hotar. Spara en skärmbild och berätta genast för din chef: hen ser till att polisanmälan görs.
advice-hijacking = Så här gör man om ett konto kapas: skriv ”kontot är kapat” och kanalens namn till mig, så berättar jag det för kanalens administratörer och ICT-sekreteraren. Byt lösenord, logga ut andra enheter, kontrollera återställningsadressen och behörigheterna, anmäl till tjänsten och berätta om det i andra kanaler.
trouble-open-word = Obs. { $channel }: { $what }.
home-troubles = { $count ->
    [one] Pågående problem med ett konto: { $channels }
   *[other] Pågående problem med { $count } konton: { $channels }
}
trouble-command = pågående fall
trouble-fake-which = Om kontot efterliknar någon av de här kanalerna, välj den. Du ser först vem som får meddelandet.
trouble-fake-name-it = Om kontot efterliknar en viss kanal som är kommunens, berätta vilken, till exempel: falskt konto bibliotekets Facebook.
trouble-false-heading = Falskt larm: { $channel }
trouble-false = anmälan ”{ $what }” var ett falskt larm.
trouble-back = Anmälan har återtagits som ett falskt larm.
trouble-back-told = Det meddelas till dem som fick anmälan:
trouble-guest = Tack för att du lade märke till det. Gör så här:
shut-out-step-reset = Försök återställa lösenordet på tjänstens inloggningssida.
shut-out-step-others = Be om hjälp av någon annan som har åtkomst till kontot:
shut-out-step-maintainer = Be om hjälp av kanalens andra administratör, om det finns en sådan.
shut-out-step-secretary = Om ingen kommer åt kontot, be ICT-sekreteraren om hjälp
shut-out-step-secret = Skicka inga lösenord i meddelanden.
shut-out-suspect = Inget meddelande har skickats till någon. Om någon annan har bytt lösenordet eller om det syns något konstigt på kontot, kan det vara fråga om en kapning.
shut-out-other = Om det gäller något annat lösenord än till en kanal i sociala medier, kontakta IT-stödet.
clicked = Kontakta genast kommunens IT-stöd, även om du inte är säker.
clicked-step-support = Berätta vad du öppnade, när och på vilken enhet. Radera inte meddelandet och öppna inte länken igen.
clicked-step-password = Om du uppgav ditt lösenord, byt det genast på en annan enhet överallt där det används.
clicked-step-bank = Om du uppgav bank- eller kortuppgifter, ring genast till banken.
clicked-step-channel = Om det gällde inloggningen till en av kommunens kanaler, berätta vilken, till exempel: kontot har kapats bibliotekets Facebook.
trouble-learnt = Senaste lärdomen ({ DATETIME($on, dateStyle: "medium") }): { $learnt }
trouble-over = Det finns inte längre något öppet ärende om kanalens konto.
trouble-closed = { $channel }: ärendet är avslutat och lärdomen är sparad.
button-trouble-hijacked = Kontot har kapats
button-trouble-fake = Någon uppträder i kommunens namn
button-trouble-log = Anteckna vad som har gjorts
button-trouble-close = Avsluta ärendet
button-trouble-shut-out = Det går inte att logga in
button-trouble-suspect = Jag misstänker en kapning
button-trouble-back = Falskt larm
button-shut-out-ask = Be ICT-sekreteraren om hjälp
button-trouble-show = Vad ska göras nu?

## För administratörer

updated = Tack! { $channel }: uppdateringsdatumet är nu { DATETIME($on, dateStyle: "medium") }.
updated-older = Tack! { $channel }: i registret finns redan en nyare uppdatering, { DATETIME($newest, dateStyle: "medium") }. Den gäller, så { DATETIME($on, dateStyle: "medium") } ändrar inte uppdateringsdatumet.
updated-not-noted = Uppfattat. { $channel }: ingen uppdatering har antecknats.
updated-nothing = Uppfattat, ingenting har antecknats.
updated-not-yet = Okej. Jag har inte antecknat något än. Säg till när kanalen har uppdaterats.
updated-which = Vilken kanal har du uppdaterat?
updated-ask = { $count ->
    [one] Ska kanalen antecknas som uppdaterad { DATETIME($on, dateStyle: "medium") }?
   *[other] Vilka kanaler ska antecknas som uppdaterade { DATETIME($on, dateStyle: "medium") }?
}
button-updated-all = Alla ({ $count })
all-updated-ask = Ska { $count ->
    [one] den här kanalen antecknas som uppdaterad
   *[other] de här { $count } kanalerna antecknas som uppdaterade
} { DATETIME($on, dateStyle: "medium") }?
updated-future = Dagen { DATETIME($on, dateStyle: "medium") } ligger i framtiden, så ingen uppdatering antecknades. Meddela gärna när uppdateringen är gjord.
updated-old = Det har gått över ett år sedan { DATETIME($on, dateStyle: "medium") }, så ingen uppdatering antecknades. Kontrollera datumet och meddela på nytt.
updated-retired = { $channel } har avslutats, så ingen uppdatering antecknades. Om kanalen fortfarande används, berätta det för ICT-sekreteraren.
day-unread-no-day = Dagen { $day } finns inte.
day-unread-order = Jag är inte säker på om månaden står först i { $day }. Skriv dagen så här: 24.12.2026.
day-unread-ahead = Dagen { $day } har inte kommit än. Vilken dag menade du?
day-unread-other = Jag förstod inte det här: ”{ $day }”. Ange dagen själv.
away = Frånvarande { DAYS($start, $end) }, vikarie är
away-confirm = Ska det antecknas så här?
away-channels = Kanaler: { $channels }.
away-asked = Jag berättar om saken för vikarien under arbetstid. Vikarien kan ännu tacka ja eller nej, och jag meddelar dig svaret.
away-alone = Frånvarande { DAYS($start, $end) }. Det finns ingen vikarie, så frågorna om dina kanaler går till den ansvariga personen och vid behov till ICT-sekreteraren.
away-partly = Frånvarande { DAYS($start, $end) }. Vikarien som redan är överenskommen sköter sina dagar. Andra dagar går frågorna om dina kanaler till den ansvariga personen och vid behov till ICT-sekreteraren.
away-whole = De dagar som antecknats tidigare gäller fortfarande. Sammanlagt är du borta:
away-until-told = Eftersom det inte är känt när du kommer tillbaka gäller frånvaron högst till { DATETIME($end, dateStyle: "medium") }. När du är tillbaka, skriv ”jag är tillbaka” till mig.
away-over = Frånvaron { DAYS($start, $end) } är redan över, så den behöver inte längre antecknas.
away-over-or-later = Om du menade kommande dagar, välj dem här.
away-over-some-day = En frånvaro som redan är över behöver inte antecknas.
away-remote = Distansarbete är ingen frånvaro och behöver inte antecknas. Om du inte sköter dina kanaler då, skriv till exempel ”jag är borta 1.12–3.12”.
away-moves = De här dagarna ersätter frånvaron { DAYS($start, $end) }.
away-which-moves = Vilken frånvaro flyttas?
away-who-covers = Jag hittade ingen vikarie med det namnet. Välj vikarien här.
away-nothing = Du har inga kanaler att sköta, så din frånvaro behöver inte antecknas.
away-of-other = Jag har inte antecknat någon frånvaro för { $name }.
away-others = Om kanalens administratör är borta antecknar hen själv sin frånvaro och sin vikarie. Om det inte går, berätta det för kanalens ansvariga person eller ICT-sekreteraren.
away-others-secretary = Om kanalens administratör inte själv kan anteckna sin frånvaro kan du göra det: skriv till exempel ”@namn är borta 1.12–5.12”. Jag meddelar hen om anteckningen.
away-of-other-nothing = { $name } sköter inga kanaler, så frånvaron behöver inte antecknas.
away-noted-of = { $name } är frånvarande { DAYS($start, $end) }: antecknat. Frågorna om kanalerna går till vikarien eller den ansvariga personen och vid behov till dig.
away-told-of = Jag meddelar hen om anteckningen, och hen kan återkalla den.
button-away-days = { DAYS($start, $end) }
back = Frånvaron { DAYS($start, $end) } har återkallats.
button-away-change = Ändra dagar eller vikarie
button-away-note = Anteckna
back-none = Du har ingen frånvaro att återkalla.
back-ahead = Din frånvaro ligger ännu framför dig. Ska den återkallas?
back-which = Vilken frånvaro ska återkallas?
button-back = Återkalla { DAYS($start, $end) }
absences-own = Din frånvaro
absences-others = Frånvarande nu eller senare
absences-none = Jag känner inte till någon frånvaro.
absences-none-near = Jag visar bara din egen frånvaro och frånvaron för dem som du sköter samma kanaler med. Sådan frånvaro finns inte nu.
absences-shown-near = Andra kan ändå vara borta. Vem som sköter en kanal i dag står i kanalens uppgifter: skriv till exempel ”vem sköter bibliotekets facebook”.
absences-between = Frånvarande { DAYS($start, $end) }
absences-none-between = Jag känner inte till någon frånvaro { DAYS($start, $end) }.
absences-no-cover = ingen vikarie
absences-cover = vikarie är
handed-over = { $channel } har överlämnats. Ny administratör:
propose = Roligt att ni planerar en ny kanal. Enligt anvisningarna börjar man så här:
propose-ask = Vägledning ger:
propose-exists = { $count ->
    [one] Den här kanalen finns redan i registret: { $channels }. Vad vill du göra?
   *[other] De här kanalerna finns redan i registret: { $channels }. Vad vill du göra?
}

## Påminnelser

reminder-heading =
    { $count ->
        [one] Har den här kanalen uppdaterats?
       *[other] Har de här kanalerna uppdaterats?
    }
reminder-heading-list =
    { $count ->
        [one] Inget svar har kommit om den här kanalen
       *[other] Inget svar har kommit om de här kanalerna
    }
reminder-ask = Har kanalen uppdaterats efter { DATETIME($on, dateStyle: "medium") }?
reminder-ask-registered = Har kanalen uppdaterats efter { DATETIME($on, dateStyle: "medium") }? Då fördes den in i registret.
reminder-idle = Inga uppdateringar syns på kanalen efter { DATETIME($on, dateStyle: "medium") }.
reminder-as-responsible = Du är kanalens ansvariga person. Administratörerna har redan fått frågan.
reminder-as-secretary = Kanalens administratörer och ansvariga person har fått frågan, men inget svar har kommit.
reminder-stands-in = Jag frågar dig eftersom { $name } är frånvarande.
reminder-last = Det här är den sista påminnelsen om kanalen.
reminder-rest = Om de här kan du svara genom att skriva till exempel ”jag uppdaterade bibliotekets instagram i går”:
reminder-in-words = Du kan också svara med egna ord, till exempel ”uppdaterade i går” eller ”påminn om en vecka”.
reminder-in-words-last = Du kan också svara med egna ord, till exempel ”uppdaterade i går”.
reminder-no = Okej. När ska jag påminna?
reminder-no-last = Okej. Det kommer inga fler påminnelser. Om du inte kan uppdatera kanalen kan du göra så här:
reminder-no-more = Okej. Påminnelserna upphör när kanalen har uppdaterats. Du kan också göra så här:
reminder-promised = Fint! Säg till när det är gjort, så antecknar jag uppdateringen. När ska jag påminna om det inte blir av?
reminder-promised-last = Fint! Säg till när det är gjort, så antecknar jag uppdateringen. Du kan också göra så här:
reminder-after-update = Nästa påminnelse kommer när det åter har gått för lång tid sedan en uppdatering. Jag kan inte lova den i förväg.
reminders-fewer = Jag påminner om en kanal först när dess uppdateringsintervall har gått och det inte finns någon uppgift om uppdatering: högst en gång per arbetsdag, och efter några påminnelser inte längre. Påminnelserna kommer mer sällan när intervallet är längre; det ändras av ICT-sekreteraren. Du kan också anmäla frånvaro eller överlämna kanalen.
reminder-gone = { $count ->
    [one] Okej. Påminnelserna upphör när ICT-sekreteraren avslutar kanalen. Föreslå det nedan:
   *[other] Okej. Påminnelserna upphör när ICT-sekreteraren avslutar kanalen. Vilken kanal finns inte längre?
}
reminder-gone-retire = { $count ->
    [one] Okej. Påminnelserna upphör när du avslutar kanalen:
   *[other] Okej. Påminnelserna upphör när du avslutar kanalen. Vilken kanal finns inte längre?
}
resign = { $count ->
    [one] Okej. Öppna överlämnandet och ange vem som fortsätter.
   *[other] Okej. Vilken kanal överlämnar du?
}
resign-words = inte min längre
reminder-answer-updated = antecknad som uppdaterad { DATETIME($day, dateStyle: "medium") }. Tack!
reminder-answer-seen = uppdateringen syns i källan { DATETIME($day, dateStyle: "medium") }. Du behöver inte svara.
reminder-answer-later = jag påminner igen { DATETIME($day, dateStyle: "medium") }.
reminder-answer-handed-on = förslaget om överlämnande har skickats. Du sköter kanalen tills den nya administratören har svarat.
reminder-answer-given-up = jag har berättat för ICT-sekreteraren att du vill lämna kanalen. Du sköter den tills en efterträdare har hittats.
reminder-answer-closing = förslaget om att avsluta kanalen har skickats till ICT-sekreteraren.
reminder-answer-covered = din vikarie sköter kanalen till och med { DATETIME($day, dateStyle: "medium") }.
reminder-answer-away = du är frånvarande till och med { DATETIME($day, dateStyle: "medium") }; den ansvariga personen tillfrågas om kanalen.
button-reminder-updated = Uppdaterad i dag
button-reminder-day = En annan dag
button-reminder-checked = Anteckna som uppdaterad
button-reminder-later = Påminn senare
button-reminder-later-3 = Om 3 dagar
button-reminder-later-7 = Om en vecka
button-reminder-later-14 = Om 2 veckor
button-reminder-more = Annat svar om kanalen
button-reminder-not-mine = Kanalen är inte längre min
button-request-pause = Be om en paus
button-request-interval = Be om längre intervall
request-interval-words = Jag önskar ett längre uppdateringsintervall för kanalen.
button-reminder-close = Föreslå att kanalen avslutas
reminder-close-confirm = Ska jag föreslå för ICT-sekreteraren att { $channel } avslutas?
button-reminder-away = Jag är frånvarande
reminder-later-last = Inga fler påminnelser är på väg om den här kanalen, så det finns inget att skjuta upp.
snoozed = Jag påminner dig { DATETIME($on, dateStyle: "medium") }: { $channels }.
snooze-none = Du har just nu inga påminnelser att skjuta upp, och egna påminnelser kan man inte beställa: jag påminner när kanalens uppdateringsintervall har gått. Läget för dina kanaler ser du med kommandot ”mina”.
snooze-not-sent = Påminnelserna går ut av sig själva när det inte finns någon uppgift om uppdatering av en kanal. Jag skickar dem inte på begäran.
snooze-past = Jag kan påminna tidigast i morgon och senast om ett år. När ska jag påminna?
preview-heading = Förhandsvisning av påminnelserna
preview = { $count ->
        [one] Den här personen skulle redan ha fått en påminnelse. Än så länge skickas påminnelserna bara till dig; de börjar av sig själva { DATETIME($start, dateStyle: "medium") }.
       *[other] De här { $count } personerna skulle redan ha fått påminnelser, de nyaste först. Än så länge skickas påminnelserna bara till dig; de börjar av sig själva { DATETIME($start, dateStyle: "medium") }.
    }
preview-day = { DATETIME($on, dateStyle: "medium") }
begins-heading = Påminnelserna börjar
begins = Påminnelser skickas från och med { DATETIME($on, dateStyle: "medium") } kl.{"\u00A0"}{ CLOCK($time) }.
begins-to = { $people ->
        [0] Enligt uppgifterna just nu påminns ingen då.
        [one] Enligt uppgifterna just nu får en person då en påminnelse. Påminnelsen gäller { $channels ->
            [one] en kanal
           *[other] { $channels } kanaler
        }.
       *[other] Enligt uppgifterna just nu får { $people } personer då en påminnelse. Påminnelserna gäller { $channels ->
            [one] en kanal
           *[other] { $channels } kanaler
        }.
    }
button-reminders-start = Börja skicka påminnelser
reminders-started = Påminnelser skickas från och med { DATETIME($on, dateStyle: "medium") }.
reminders-going = Påminnelser skickas redan.
button-reminders-pause = Pausa påminnelserna
reminders-paused = Ingen får påminnelser { DAYS($start, $end) }.
reminders-resumed = Pausen är slut. Påminnelser skickas igen.
button-reminders-resume = Avsluta pausen
reminders-of-a-channel = En enskild kanal pausar du så här: pausa bibliotekets Instagram.
digest-heading = Veckoöversikt över kanalerna
digest-unconfirmed = Länge utan uppgift om uppdateringar
digest-broken = Källan för uppdateringar kan inte läsas
digest-unreachable = Personer som boten inte når
digest-not-linked = Ingen länk hittades på kommunens webbplats – finns den där?
digest-access = En tidigare administratör kan fortfarande ha åtkomst
digest-unregistered = { $count ->
        [one] Kommunens webbplats länkar till ett konto i sociala medier som inte finns i registret.
       *[other] Kommunens webbplats länkar till { $count } konton i sociala medier som inte finns i registret.
    }
button-website = Gå igenom kontona
digest-questions = { $count ->
        [one] En fråga väntar på svar.
       *[other] { $count } frågor väntar på svar.
    }
questions-command = luckor
button-questions = Visa frågorna
button-name-maintainers = Utse administratörer
digest-done = åtgärdat
button-audit = Visa allt
audit-command = granskning
duties-command = skyldigheter
holidays-heading-summer = Vem sköter dina kanaler i sommar?
holidays-heading-christmas = Vem sköter dina kanaler under julen?
holidays-ask = Enligt anvisningarna ska man komma överens om administrationen också under semestertider. För tiden { DAYS($start, $end) } har ingen vikarie avtalats för de här kanalerna:
holidays-agreed = Tack! Vikarier har avtalats.
button-holidays-here = Jag är inte frånvarande
holidays-here = Då sköter du dina kanaler själv. Hör av dig om läget ändras.
close-heading = Förslag om att avsluta en kanal
close-asked = föreslår att kanalen avslutas:
cover-none = Du är inte antecknad som vikarie för någon.
cover-which = Vilket vikariat menar du?
cover-decline = Jag kan inte vikariera
cover-declined = Okej, du vikarierar inte. Jag berättar det för den som är frånvarande.
cover-accept = Det passar
cover-accepted = Tack! Jag berättar för den som är frånvarande att du vikarierar.
notice-absence-offered = Din status på arbetsytan gäller till och med { DATETIME($end, dateStyle: "medium") }. Om du är borta så länge kan du anteckna frånvaron och en vikarie.
notice-absence-noted = har antecknat att du är frånvarande { DAYS($start, $end) }. Om det inte stämmer kan du återkalla anteckningen.
notice-cover-accepted-heading = Din vikarie har tackat ja
notice-cover-accepted = vikarierar för dig { DAYS($start, $end) }.
notice-cover-called-off-heading = Vikariatet är inställt
notice-cover-called-off = behöver dig inte som vikarie { DAYS($start, $end) }.
cover-declined-gone = Vikariatet är redan slut eller återkallat.
notice-cover-declined-heading = Din vikarie har förhinder
notice-cover-declined = kan inte vikariera för dig { DAYS($start, $end) }. Jag frågar den ansvariga personen om dina kanaler tills du utser en annan vikarie.
button-cover-other = Utse en annan vikarie
handover-asked-whom = Jag har frågat
handover-asked = Du sköter kanalen ({ $channel }) tills svaret har kommit.
notice-handover-heading = Vill du ta över en kanal?
notice-handover = { $by } föreslår att du blir administratör för kanalen:
notice-handover-authorised = Fullmakten har getts av
button-accept = Jag tar över
button-decline = Nej tack
which-request = Flera förfrågningar väntar på ditt svar. Vilken svarar du på?
answers-which = { $count ->
    [one] Svarade du på det här?
   *[other] Vilken av de här svarade du på?
}
button-no-answer = Jag menade något annat
handover-accepted = Tack! Du är nu administratör för kanalen { $channel }.
handover-declined = Okej. Jag berättar det för den som föreslog.
handover-gone = Förslaget är inte längre aktuellt.
given-up = { $channel }: jag har berättat för ICT-sekreteraren att du vill lämna kanalen. ICT-sekreteraren söker en efterträdare; du sköter kanalen tills dess.
denied = Jag har berättat för ICT-sekreteraren att du inte har gett fullmakten.
button-deny = Jag har inte gett fullmakt
notice-authorisation-heading = Du har antecknats som den som gett fullmakt
notice-authorisation = { $by } meddelade att du har gett { $name } fullmakt att administrera kanalen:
notice-authorisation-what-now = Stämmer det behöver du inte göra något. Om inte, tryck på knappen så berättar jag det för ICT-sekreteraren.
notice-denied-heading = En fullmakt har bestridits
notice-denied = { $superior } har inte gett { $name } fullmakt att administrera den här kanalen:
notice-successor-heading = En efterträdare söks till en kanal
notice-successor = { $name } vill lämna kanalen och vet inte vem som fortsätter:
notice-handover-accepted-heading = Kanalen har en ny administratör
notice-handover-declined-heading = Den tillfrågade tar inte över kanalen
notice-handover-accepted = tog över kanalen
notice-handover-declined = tar inte över kanalen

## Hjälp för användaren

which-meaning = Vilket menade du?
also-told = Du berättade också annat. Jag gör det när du trycker:
also-told-form = Du skrev också annat. Berätta det för sig när det här är skickat: { $said }
also-asked = Du frågade också något annat. Jag svarar när du trycker:
help-heading = Så här kan jag hjälpa dig
help-intro = Skriv med egna ord. Jag svarar på finska, svenska eller engelska.
help-ask = fråga om anvisningarna för sociala medier
help-ask-example = { $command } får man uppdatera kanalen på arbetstid
help-read = läs anvisningarna: innehåll, kapitel eller avsnitt
help-read-example = { $command } kapitel 4
help-owner = vem som ansvarar för en kanal
help-owner-example = { $command } vem sköter instagram
help-channels = förteckning över kanalerna
help-channels-example = { $command } kanaler
help-verify = är kontot vårt
help-verify-example = { $command } är detta vårt: https://…
help-mine = dina kanaler och deras läge
help-mine-example = { $command } mina
help-home = din egen sida: dina kanaler, dina vikariat och vad som väntar på dig
help-home-example = { $command } hem
help-me = uppgifter som är sparade om dig, och val av språk
help-me-example = { $command } jag
help-propose = starta en ny kanal
help-propose-example = { $command } vi vill öppna en kanal
help-updated = anteckna att en kanal har uppdaterats
help-updated-example = { $command } jag uppdaterade i går
help-snooze = skjut upp påminnelser
help-snooze-example = { $command } påminn om en vecka
help-away = anteckna en vikarie för semestern
help-away-example = { $command } jag har semester 1–31.7
help-back = återkalla din frånvaro
help-back-example = { $command } avboka semestern
help-absences = se vilka som är borta och vem som vikarierar
help-absences-example = { $command } vilka är borta
help-handover = överlämna en kanal till en annan administratör
help-handover-example = { $command } överlämna kanalen
help-register = lägg till en kanal i registret
help-register-example = { $command } registrera
help-edit = ändra en kanals uppgifter
help-edit-example = { $command } redigera bibliotekets instagram
help-retire = avsluta en kanal
help-retire-example = { $command } avsluta bibliotekets instagram
help-left = anteckna att en person har slutat
help-left-example = { $command } slutat @namn
help-returned = anteckna att en person har kommit tillbaka
help-returned-example = { $command } återvänt @namn
help-pause = pausa en kanal
help-pause-example = { $command } pausa bibliotekets instagram
help-export = kanalregistret som tabell
help-export-example = { $command } exportera registret
help-audit = vad i registret som behöver ses över
help-audit-example = { $command } granskning
help-history = ändringar i registret
help-history-example = { $command } historik
help-undo = ångra den senaste ändringen
help-undo-example = { $command } ångra
help-report = kanalerna i siffror, också en tidigare dag
help-report-example = { $command } rapport
help-gaps = vilka frågor som saknar svar
help-gaps-example = { $command } luckor
help-website = vilka konton som webbplatsen länkar till men som saknas i registret
help-website-example = { $command } webbplatsens länkar
help-duties = vilka skyldigheter som är uppfyllda för kanalerna och vilka som är öppna
help-duties-example = { $command } skyldigheter
help-trouble = kanalens konto har kapats, eller någon utger sig för att vara kommunen
help-trouble-example = { $command } kontot har kapats
help-entries = ICT-sekreterarens svar
help-entries-example = { $command } svar
help-secretary = fråga en människa: ett meddelande till ICT-sekreteraren
help-secretary-example = { $command } fråga ICT-sekreteraren
small-talk = Hej! Jag är Somebot – en bot, inte en människa. Jag känner till kommunens anvisningar för sociala medier och kommunens kanaler. Skriv { $command } hjälp så berättar jag mer.
small-talk-distress = Det låter tungt, och det är bra att du säger det. Jag är bara en bot, men du behöver inte vara ensam med det här: tala med någon du litar på, din chef eller företagshälsovården. Om du eller någon annan är i nöd just nu, ring 112. Jag sparar inte ditt meddelande.
small-talk-support = Stöd för kommunens personal: { $contact }
small-talk-insult = Jag beklagar att jag har irriterat dig. Skriv { $command } hjälp eller berätta med egna ord vad du behöver, så försöker jag hjälpa.
small-talk-thanks = Varsågod! Fråga gärna mer när du behöver.
small-talk-unhelped = Det var synd att svaret inte hjälpte. Fråga med andra ord så försöker jag på nytt, eller fråga ICT-sekreteraren.
small-talk-unhelped-asked = Det var synd att svaret inte hjälpte. Fråga med andra ord eller skicka din fråga till ICT-sekreteraren:
small-talk-sorry = Ingen fara! Skriv { $command } hjälp om jag kan hjälpa dig.
secretary = ICT-sekreteraren för förteckningen över kanalerna och handleder i användningen av sociala medier.
secretary-who = ICT-sekreterare:
secretary-how = Du kan också skicka din fråga genom mig: skriv ”fråga ICT-sekreteraren” och din fråga.
secretary-send = Ska jag skicka det här till ICT-sekreteraren?
unknown = Jag förstod inte vad du menade. Skriv { $command } hjälp så berättar jag vad jag kan hjälpa dig med.
edit-which = Vilken kanals uppgifter ska ändras?
maintainers-which = Vilken kanals administratörer ska ändras?
retire-which = Vilken kanal ska avslutas?
pause-which = Vilken kanal ska pausas?
pause-joined = Kanalen har redan en paus { DAYS($start, $end) }. Dagarna har slagits ihop med den.
pause-replaces = Kanalen har redan en paus { DAYS($start, $end) }. En kanal kan ha en paus åt gången: den ersätts när du sparar.
pause-was = Den tidigare pausen var { DAYS($start, $end) }.
pause-change-which = Vilken kanals paus ändras?
pause-all-reminders = Alla påminnelser
resume-which = Vilken kanals paus är slut?
handover-which = Vilken kanal överlämnar du?
nothing-to-choose = Jag kände inte igen kanalen. Skriv dess namn, till exempel: bibliotekets Instagram.

## Uppgifter om en person

me-heading = Uppgifter som är sparade om dig
me-not-stored = Inga uppgifter om dig är sparade. De här uppgifterna kommer från arbetsytan när du skriver till mig.
me-name = Namn
me-email = E-post
me-identities = Användar-id:n
me-language = Valt språk
me-channels = Kanaler
me-absences = Frånvaro
me-absence = { DAYS($start, $end) }
me-absence-covered = { DAYS($start, $end) }, vikarie är { $name }
me-absence-open = från och med { DATETIME($start, dateStyle: "medium") } tills vidare
me-covers = Vikariat
me-cover = { DAYS($start, $end) }, frånvarande är { $name }
me-privacy = Varför: för att det ska vara klart vem som står bakom en kanal och för att påminnelser och svar ska nå dig. Vem ser dem: personalen ser kanalernas personer, ICT-sekreteraren också ändringar, frånvaro och frågor; gäster ser inga namn. Hur länge: kanaler och ändringar för gott, ditt namn i { $left } dagar efter att du har slutat och inte längre har några kanaler, påminnelser { $reminders } dagar, frågor { $answered } dagar efter svaret och utan svar { $unanswered } dagar, frånvaro tills den är över.
data-heading = Allt som är sparat om dig
data-nothing = Inget om dig är sparat.
data-part = Del { $part } av { $parts }
data-channels = Kanaler
data-former-access = Kanaler som du inte längre sköter men kan ha åtkomst till
data-people = Du i registret
data-sources = Kanalernas källor
data-outages = Avbrott i tjänster
data-website-links = Webbplatsens länkar
data-website-visits = Besök på webbplatsen
data-conversation-references = Konversationen där boten når dig i Teams
data-outbox = Meddelanden till dig
data-spells = Vad som har meddelats om kanaler
data-nudges = Påminnelser till dig
data-absences = Frånvaro
data-handovers = Överlämnanden
data-troubles = Konton som det har varit problem med
data-switches = Pauser
data-rounds-gone = När påminnelserundan senast gjordes
data-heard = När något av varje slag senast kom från arbetsytan
data-unanswered = Svar som du väntar på
data-asked = Frågor i loggen
data-open-questions = Dina frågor till ICT-sekreteraren
data-entries = Dina svar
data-history = Ändringar
remove-question = Ditt namn, dina adresser och användar-id:n, din frånvaro och dina öppna frågor tas bort för gott, också ur tidigare ändringar. Det du har registrerat eller svarat finns kvar utan ditt namn. Det här kan inte ångras. Ska uppgifterna tas bort?
remove-done = Dina uppgifter har tagits bort. De finns kvar i säkerhetskopior tills kopiorna tas bort; den som sköter driften av boten vet när.
remove-channels = Dina uppgifter kan inte tas bort än, eftersom du har de här kanalerna: { $channels }. Överlämna dem först, eller be ICT-sekreteraren ange någon annan. Inget togs bort.
remove-covers = Dina uppgifter kan inte tas bort än, eftersom du är vikarie för en kollega: { $channels }. Kom först överens om en annan vikarie. Inget togs bort.
remove-role = Dina uppgifter kan inte tas bort, eftersom du har en roll i botens inställningar. Be den som sköter driften av boten att först ge rollen till någon annan. Inget togs bort.
language-chosen = Okej, från och med nu svarar jag dig på svenska, om du inte tydligt skriver på ett annat språk.
language-guest = Du kan skriva till mig på svenska, så svarar jag på svenska. Gästers val av språk sparas inte.

## Formulär

form-register = Registrera en kanal
form-edit = Ändra kanalens uppgifter
form-pause = Paus
form-resume = Avsluta pausen
form-exemption = Befria från en skyldighet
form-confirm = Bekräfta skyldigheterna
form-trouble-log = Anteckna vad som har gjorts
form-trouble-close = Avsluta ärendet
form-retire = Avsluta en kanal
form-maintainers = Administratörer
form-left = Anteckna att någon har slutat
form-returned = Anteckna återkomst
form-handover-all = Överlämna alla kanaler
form-away = Frånvaro och vikarie
form-handover = Överlämna en kanal
form-updated = När uppdaterades kanalen?
form-nudges-pause = Pausa påminnelserna
form-verify = Är kontot vårt?
form-verify-submit = Kontrollera
form-ask = Fråga om sociala medier
form-submit = Spara
form-ask-submit = Fråga
form-cancel = Avbryt
form-name-not-known = Du skrev ”{ $name }”. Jag känner ingen med det namnet: välj personen själv.
form-nothing-read = Jag läste ingen ny uppgift i ditt meddelande. Formuläret visar vad som står i registret nu: ändra det som ska ändras.
form-errors = Kontrollera de markerade fälten.
problem-name-taken = Det finns redan en kanal med det här namnet i registret: { $channel }. Byt namn eller skicka formuläret på nytt som det är.
hint-url = Hela adressen, till exempel https://www.instagram.com/namn/
hint-source = Ett flöde eller en sida där uppdateringarna syns. Bara om de inte syns på kanalens egen adress.
hint-cover = Lämna tomt om det inte finns någon vikarie.
hint-maintainers = Två är bättre än en.
hint-references = Användar-id på arbetsytan eller e-postadress; flera åtskilda med mellanslag.
hint-purpose = Vad ska uppnås med kanalen?
hint-decision = Kommundirektören eller ansvarsområdesdirektören beslutar om ibruktagandet.
hint-interval = Om du lämnar fältet tomt används kommunens gemensamma intervall.
hint-authorised = Den nya administratörens chef, som har gett fullmakten.
hint-pause = Töm båda datumfälten om du vill avsluta pausen.
hint-resume = Om datumet lämnas tomt avslutas pausen genast.
hint-pause-reason = Till exempel semester, renovering eller paus. Skriv ingenting om någons hälsa här.
hint-exemption-end = Befrielsen upphör av sig själv efter den här dagen.
hint-trouble = Inga lösenord och ingenting om någons personliga angelägenheter.
hint-closing-access = Vem tar bort administratörernas behörigheter i tjänsten?
hint-closing-archive = Var arkiveras det innehåll som ska bevaras?
hint-closing-announcement = Vad berättas om avslutandet, för vem och var?
hint-account = Till exempel https://www.instagram.com/namn/ eller @namn
hint-question = Till exempel: vem sköter bibliotekets Facebook, eller får kanalen uppdateras på arbetstid.
form-cancelled = Formuläret stängdes. Ingenting sparades.
form-ready = För det här finns ett formulär: { $title }.
form-too-late = Formuläret hann inte öppnas. Öppna det på nytt här.
form-press-again = Formuläret hann inte öppnas. Tryck på knappen igen.
reply-elsewhere = Jag svarar här, eftersom det just nu inte går att skriva i konversationen där du frågade.
message-no-text = Meddelandet har ingen text som jag kan läsa. Bilder kan jag inte titta på.
names-missing = Slack berättar inte just nu vem du är, så jag visar bara offentliga uppgifter. Försök igen om en stund.
form-saving = Sparar…
form-result = Somebot
form-close = Stäng
more-gone = Resten av svaret finns inte längre kvar. Fråga på nytt så får du det i sin helhet.
problem-missing = Fyll i det här fältet.
problem-too-long = Texten är för lång.
problem-id = Använd små bokstäver a–z, siffror och bindestreck.
problem-id-taken = Det finns redan en kanal med samma id.
problem-person = Ange ett användar-id på arbetsytan eller en e-postadress.
problem-url = Skriv hela adressen, till exempel https://www.instagram.com/namn/.
problem-url-taken = Adressen finns redan i registret: { $channel }.
problem-handle-taken = Kontot finns redan i registret: { $channel }.
problem-no-account = Av adressen framgår inte vems kontot är. Skriv adressen till kontots egen sida.
problem-other-platform = Adressen hör till tjänsten { $platform }. Byt tjänst eller adress.
problem-platform = Välj en tjänst i listan.
problem-pause = Ange både den första och den sista dagen.
problem-pause-order = Den sista dagen är före den första.
problem-pause-past = Pausens sista dag har redan passerat.
problem-away-past = Frånvarons sista dag har redan passerat.
problem-away-long = Ett vikariat kan vara högst 366 dagar.
problem-away-self = Välj någon annan än dig själv som vikarie.
problem-away-no-cover = Du vikarierar inte för någon de dagarna.
problem-away-absent = Personen är själv frånvarande då: det är just den personen som du vikarierar för.
problem-left = Enligt registret har personen slutat.
problem-account-guest = Den här personen har ett gästkonto. Välj någon av kommunens anställda.
problem-account-bot = Det här är en bot. Välj en människa.
problem-account-stranger = Den här personen hör till en annan arbetsyta. Välj någon av kommunens anställda.
problem-account-closed = Den här personens konto är stängt. Välj någon som fortfarande arbetar här.
problem-account-nobody = Det finns ingen med det här användar-id:t. Kontrollera det.
problem-handover-there = Personen är redan administratör för kanalen. Välj vem som tar över.
problem-handover-self = Kanalen kan inte överlämnas till samma person. Välj någon annan.
problem-authorised-self = Fullmakten ges av en chef. En ny administratör kan inte ge sig själv fullmakt, och en administratör kan inte ge sin efterträdare fullmakt.
problem-unknown-field = Det här fältet är okänt.
problem-unknown-named = Det här formuläret har inget fält ”{ $name }”.
problem-not-understood = Jag förstod inte ”{ $typed }”. Fyll i uppgifterna i formuläret.
problem-date = Skriv datumet i formen 30.11.2026.
problem-future = Den här dagen har inte kommit än.
problem-old = Det är över ett år sedan den här dagen.
problem-hours = Ange timmarna med siffror, 0–168.
problem-days = Ange dagarna som ett heltal, 1–366.
problem-malformed = Värdet passar inte i det här fältet.

## Meddelanden

notice-question-heading = En fråga om sociala medier
notice-question = Frågan kommer från:
notice-appointed-heading = Du har antecknats i uppgifterna om en kanal
notice-appointed = { $by } har antecknat dig som ansvarig person eller administratör för kanalen:
notice-cover-heading = Du har antecknats som vikarie
notice-cover = Du sköter de här kanalerna som vikarie { DAYS($start, $end) }. Frånvarande är
notice-cover-what-now = Om vikariatet inte passar dig, tryck på knappen så berättar jag det för den som är frånvarande.
notice-left-heading = En kanal behöver en ny administratör
notice-left = arbetar inte längre i kommunen. Personen har haft de här kanalerna:
notice-left-what-now = Kom överens om en ny administratör. ICT-sekreteraren uppdaterar registret.
notice-left-hand-over = När ni har kommit överens om vem som tar över, överlämna kanalerna till den personen.
notice-trouble = Se vad som ska göras nu och vem som har fått veta det.
notice-change-heading = Uppgifterna om en kanal har ändrats
notice-no-longer-maintainer = { $by } har antecknat att du inte längre är administratör för kanalen:
notice-no-longer-responsible = { $by } har antecknat att du inte längre är ansvarig person för kanalen:
notice-authorisation-back = { $by } har återtagit anteckningen om att du har gett { $name } fullmakt att administrera kanalen:
notice-rests = { $by } har antecknat en paus för kanalen { DAYS($start, $end) }. Då skickas inga påminnelser om den:
notice-rests-no-more = { $by } har antecknat att kanalen inte är pausad:
notice-kept = { $by } har ångrat att kanalen avslutades. Kanalen används, så åtkomsten till den ska inte tas bort:
notice-stays-heading = Personen har inte slutat
notice-stays = har antecknats som anställd. De här kanalerna sköts fortfarande av samma person:
trouble-ended-heading = Över: { $channel }
trouble-ended = ärendet ”{ $what }” är över.
channel-unkept = Kanalen har inte längre någon administratör. Lägg till en ny administratör eller avsluta kanalen.
notice-retired-heading = En kanal har avslutats
notice-retired = { $by } har avslutat en kanal där du är antecknad:
notice-retired-access = { $by } har avslutat kanalen och utsett dig att ta bort åtkomsten till den:
notice-interrupted = Boten startades om medan din begäran ännu behandlades. Om du inte fick något svar, försök igen. Vi beklagar störningen.
rounds-missed-heading = Inga påminnelser skickades
rounds-missed =
    { $days ->
        [one] Boten gick ingen påminnelserunda { DATETIME($first, dateStyle: "medium") }.
       *[other] Boten gick ingen påminnelserunda på { $days } arbetsdagar, { DATETIME($first, dateStyle: "medium") }–{ DATETIME($last, dateStyle: "medium") }.
    } Den var inte i gång, eller så hindrade något rundan. Nu går den sina rundor igen, och de påminnelser som uteblev skickas med de följande. Om avbrottet inte var avtalat, be den som sköter driften av boten att ta reda på orsaken.
notice-not-reached-heading = { $people ->
    [one] Ett meddelande kom inte fram
   *[other] Meddelanden kom inte fram
}
notice-not-reached-what-now = { $people ->
    [one] Botens meddelande nådde inte den här personen. Kontrollera uppgifterna i registret eller kontakta personen själv.
   *[other] Botens meddelanden nådde inte de här personerna. Kontrollera uppgifterna i registret eller kontakta dem själv.
}
notice-unheard-heading = { $notices ->
    [one] Det är osäkert om ett meddelande har kommit fram
   *[other] Det är osäkert om { $notices } meddelanden har kommit fram
}
notice-unheard-what-now = { $notices ->
    [one] Arbetsytan svarade inte när meddelandet skickades till den här personen. Det kan ha kommit fram och skickas därför inte på nytt. Fråga vid behov personen själv.
   *[other] Arbetsytan svarade inte när meddelandena skickades. De kan ha kommit fram och skickas därför inte på nytt. Fråga vid behov personerna själva.
}
unreachable-no_surface = ingen ansluten arbetsyta når personen
unreachable-no_account = personen har inget konto som boten känner till
unreachable-deactivated = kontot är inaktiverat
unreachable-refused = det går inte att skicka direktmeddelanden till personen
unreachable-not_shown = meddelandet kunde inte visas
unreachable-no_answer = meddelandet kom inte fram trots försök under ett dygn

## Appen i Slack

app-short = Hjälper med anvisningarna för sociala medier och berättar vem som sköter kommunens kanaler.
app-long = Somebot svarar på frågor om kommunens anvisningar för sociala medier med anvisningarnas egna ord, eller berättar att de inte tar upp saken. Den berättar vem som ansvarar för vilken kanal, håller reda på uppdateringar och semestervikarier och hjälper ICT-sekreteraren att föra registret över kanalerna. Skriv direkt till boten, nämn den i en konversation eller använd kommandot { $command }.
app-command = Fråga om anvisningarna eller kommunens kanaler
app-command-hint = en fråga, en kanal eller hjälp
app-shortcut-ask = Fråga om sociala medier
app-shortcut-ask-what = Fråga om anvisningarna för sociala medier eller om kommunens kanaler.
app-shortcut-register_channel = Registrera en kanal
app-shortcut-register_channel-what = För ICT-sekreteraren: lägg till en ny kanal i registret.
app-shortcut-guideline = Se anvisningarna
app-shortcut-guideline-what = Se vad anvisningarna säger om det som meddelandet handlar om. Bara du ser svaret.

## Frågor och svar

personal-found =
    { $found ->
        [identity_code] Det verkar finnas en personbeteckning i ditt meddelande. Jag sparar den inte och skickar den inte vidare. Ta bort meddelandet om du kan.
        [password] Det verkar finnas ett lösenord i ditt meddelande. Jag sparar det inte och skickar det inte vidare. Ta bort meddelandet om du kan, och byt lösenordet om det används.
       *[both] Det verkar finnas en personbeteckning och ett lösenord i ditt meddelande. Jag sparar dem inte och skickar dem inte vidare. Ta bort meddelandet om du kan, och byt lösenordet om det används.
    }
personal-again = Skriv ditt ärende på nytt utan det.
personal-client = Din fråga verkar gälla en klient, en patient eller en elev. Jag sparar den inte och skickar den inte vidare. Sådana uppgifter kan vara sekretessbelagda.
secrecy-anyway = Anvisningarna har inget eget avsnitt om det här, men lagen förbjuder att sekretessbelagd information publiceras. Fråga vid behov din chef.
secrecy-published = Om uppgifterna redan har publicerats, ta bort inlägget och berätta det genast för din chef och kommunens dataskyddsombud.
secrecy-besides = När det gäller en klient, en patient eller en elev ska du också komma ihåg sekretessen. En sådan fråga sparar jag inte och skickar inte vidare.
button-ask-again = Fråga på nytt utan uppgifterna
too-many-questions = Du frågar väldigt ofta just nu. Vänta en stund och fråga sedan på nytt.
answer-entry-heading = ICT-sekreteraren har svarat på detta
entry-elsewhere = ICT-sekreterarens svar i samma ämne är { $language }; det återges nedan som det är.
entry-question = Fråga:
entry-cite = ICT-sekreterarens svar { DATETIME($on, dateStyle: "medium") }, inte anvisningarnas text
button-entry-section = Läs avsnittet i anvisningarna
button-near = ICT-sekreteraren: { $question }
button-helped = 👍 Hjälpte
button-not-helped = 👎 Hjälpte inte
feedback-thanks = Tack för responsen!
feedback-thanks-not = Tack för responsen! Om du inte fick svar, fråga ICT-sekreteraren.
feedback-thanks-asker = Tack för responsen! Fråga gärna på nytt och mer ingående, så skickar jag frågan vidare.
forwarded-waiting = Du har redan skickat den här frågan till ICT-sekreteraren. Jag meddelar dig när svaret har kommit.
forwarded-redacted = Jag utelämnade kontaktuppgifter, till exempel ett telefonnummer eller en adress, ur frågan. Ge dem vid behov själv till ICT-sekreteraren.
answered = Svaret skickades till den som frågade.
answered-not-told = Svaret är sparat, men det nådde inte den som frågade. Berätta det själv för
make-entry-hint = När du lägger till svaret för alla hittas det också av andra som frågar samma sak. Tills dess finns frågan också kvar i listan ”luckor”. Frågeställarens namn visas inte.
button-make-entry = Lägg till svaret för alla
already-answered = Frågan är redan besvarad. Svaret gavs av
question-gone = Den här frågan finns inte längre sparad.
notice-answer-heading = Svar på din fråga
notice-answer-by = Svaret gavs av
gaps-none = Det finns inga obesvarade frågor.
gaps-heading = Utan svar: { $count }
gap-count =
    { $count ->
        [one] ställd en gång
       *[other] ställd { $count } gånger
    }
gap-last = senast { DATETIME($on, dateStyle: "medium") }
gap-waiting =
    { $count ->
        [one] en väntar på svar
       *[other] { $count } väntar på svar
    }
gap-not-helped =
    { $count ->
        [one] svaret hjälpte inte en gång
       *[other] svaret hjälpte inte { $count } gånger
    }
gap-answered =
    { $count ->
        [0] Svaret hittas nu av alla som frågar samma sak.
        [one] Svaret hittas nu av alla och skickades till en som väntade.
       *[other] Svaret hittas nu av alla och skickades till { $count } som väntade.
    }
gap-intro =
    { $count ->
        [0] Svaret läggs till så att alla hittar det. Frågans språk: { $language }.
       *[other] Svaret läggs till så att alla hittar det, och det skickas till dem som väntar ({ $count }). Frågans språk: { $language }.
    }
gap-gone = Detta är redan besvarat, eller så har frågorna blivit för gamla.
button-answer = Svara
button-dismiss = Ta bort ur listan
button-newer = Nyare
button-older = Äldre ({ $count })
button-edit-entry = Redigera svaret
button-withdraw-entry = Dra tillbaka svaret
button-restore-entry = Använd svaret igen
button-record-entry = Kontrollera frågan också framöver
answer-given = ICT-sekreteraren har redan svarat dig på detta:
entries-own = Svar bara till dig
entries-none = ICT-sekreteraren har ännu inte besvarat några frågor.
entries-heading = ICT-sekreterarens svar: { $count }
entry-made = Tillagt: svaret hittas nu av alla som frågar samma sak.
entry-edited = Ändringen är sparad. Den tidigare texten bevaras.
entry-restored = Svaret används igen.
entry-withdrawn = Tillbakadraget: detta ges inte längre som svar.
entry-wordings = Samma sak med andra ord:
entry-earlier = Tidigare texter:
entry-changed = Någon annan har ändrat svaret under tiden. Det är nu: ”{ $answer }” Kontrollera din text och skicka formuläret på nytt.
entry-gone = Det här svaret finns inte längre.
entry-without-section = Svaret hör inte till något avsnitt i anvisningarna. Välj avsnittet i formuläret och lägg sedan till frågan.
recorded = Frågan har lagts till i kontrollfrågorna. Ändringar i anvisningarnas text kontrolleras hädanefter också mot den.
recorded-before = Frågan finns redan bland kontrollfrågorna.
record-read-only = På den här servern går det inte att skriva i anvisningarnas mapp, så frågan lades inte till. Be den som sköter driften av boten att lägga till den i filen questions.jsonl.
not-allowed-staff = Det här är endast för kommunens egen personal.
form-answer = Svara på frågan
form-answer-gap = Svara alla
form-entry = Redigera svaret
form-send = Skicka
field-answer = Svar
field-section = Avsnitt i anvisningarna
field-language = Svarets språk
field-wordings = Samma fråga med andra ord
hint-answer = Svara så att alla kan läsa svaret.
hint-section = Välj om svaret hör till något avsnitt.
hint-wordings = En fråga per rad. Ju fler, desto säkrare hittas svaret.
problem-sensitive = Det verkar finnas en personbeteckning eller ett lösenord i texten. Ta bort det.
problem-health = Ingenting om någons hälsa sparas i registret. Skriv till exempel ”semester” eller ”paus” som orsak, eller lämna fältet tomt.
problem-section = Välj avsnittet i listan.
me-questions = Frågor till ICT-sekreteraren

## När något inte lyckas

not-allowed-ict-secretary = Det här kan bara göras av ICT-sekreteraren, som för förteckningen över kanalerna.
not-allowed-duties = Kanalens skyldigheter visas bara för dess ansvariga person och administratörer, ICT-sekreteraren och dem som beslutar om kanaler.
not-allowed-report = Alla kanalers siffror visas bara för ICT-sekreteraren och dem som beslutar om kanaler; ansvariga personer och administratörer ser siffrorna för sina egna kanaler.
not-allowed-exempt = Befrielse från en skyldighet beviljas av ICT-sekreteraren och dem som beslutar om kanaler.
not-allowed-responsible = Det här bekräftas av kanalens ansvariga person eller ICT-sekreteraren.
not-allowed-keeper = Det här kan bara göras av kanalens ansvariga person, dess administratörer och ICT-sekreteraren.
button-request = Be ICT-sekreteraren om det
request-what = Begäran:
button-guideline-instead = Jag frågade bara om anvisningarna
request-heading = Begäran
request-sent = Din begäran har skickats till ICT-sekreteraren.
request-not-sent = Begäran nådde inte alla ICT-sekreterare. Ta vid behov kontakt på annat sätt.
failure = Tyvärr gick något fel. Om du anmäler felet, uppge referensen { $reference }.
store-failure = Det går inte att nå registret just nu. Ingenting ändrades. Försök igen om en stund; referensen är { $reference }.
stale-button = Den här knappen hör till ett gammalt meddelande. Fråga på nytt så får du en ny.
unknown-channel = Kanalen hittades inte i registret. Den kan ha tagits bort eller bytt namn.

## Från förslag till beslut

field-audience = Vem kanalen är till för
field-why = Varför en nuvarande kanal inte räcker
field-superior = Chef som ger fullmakt
field-present = Enhetens nuvarande kanaler
field-authorisation = Fullmakt
field-conditions = Villkor, om det finns sådana
field-decision-conditions = Beslutets villkor
field-words-proposal-authorise = Villkor för fullmakten
field-words-proposal-refuse = Varför du inte ger fullmakt
field-words-proposal-ask = Fråga till den som föreslår
field-words-proposal-answer = Ditt svar
field-words-proposal-decline = Varför kanalen inte tas i bruk
hint-why = Fyll i om enheten redan har kanaler.
hint-superior = Chefen ombeds ge administratörerna fullmakt.
hint-decision-record = Numret som beslutet finns under i ärendehanteringen.
hint-responsible = I beslutet utses den som ansvarar för kanalen.
hint-conditions = Till exempel ett försök till slutet av året.
form-propose = Föreslå en kanal
form-proposal-authorise = Fullmakt med villkor
form-proposal-refuse = Ge inte fullmakt
form-proposal-ask = Fråga mer
form-proposal-answer = Svara på frågan
form-proposal-decline = Avslå förslaget
form-proposal-decide = Godkänn kanalen
form-proposal-amend = Ändra förslaget
form-proposal-name = Utse handläggare
form-proposal-enter = För in i registret
problem-why-new = Enheten har redan kanaler: { $channels }. Berätta varför de inte räcker.
problem-own-proposal = Ingen beslutar om sitt eget förslag. Välj någon som varken har lagt fram förslaget eller är administratör.
not-allowed-superior = Fullmakten ges endast av den chef som nämns i förslaget.
not-allowed-decider = Endast de som har fått beslutanderätt beslutar om att ta en kanal i bruk.
not-allowed-own-proposal = Du kan inte besluta om ett förslag som är ditt eget eller där du är administratör. Någon annan beslutar.
not-allowed-proposer = Det här kan bara göras av den som har lagt fram förslaget.
not-allowed-proposal = Förslaget visas bara för de personer som nämns i det, ICT-sekreteraren och dem som beslutar om kanaler.
data-proposals = Förslag till nya kanaler
help-decide = förslag till nya kanaler: ge fullmakt, besluta, följ upp
help-decide-example = { $command } förslagen
proposal-present = Enhetens ({ $unit }) nuvarande kanaler: { $channels }.
proposal-present-none = inga kanaler
proposal-hours = { NUMBER($week) } (cirka { NUMBER($year, useGrouping: 0) } timmar om året)
proposal-conditions = villkor: { $conditions }
proposal-duties = Skyldigheter som följer med kanalen: { $duties }.
proposal-show = Visa förslaget
proposal-authorise = Ge fullmakt
proposal-withdraw = Dra tillbaka förslaget
proposal-withdraw-confirm = Ska förslaget dras tillbaka? Det går då inte vidare.
proposal-again = Föreslå på nytt
proposal-gone = Förslaget finns inte längre sparat.
proposal-moved-on = Någon hann före, eller förslaget har redan gått vidare. Så här är det nu:
proposal-enter-intro = Uppgifterna är ifyllda från förslaget och beslutet. Lägg till kanalens adress och kontrollera resten.
proposal-ask-authorise = Ger du den nya kanalens administratörer fullmakt?
proposal-ask-decide = En ny kanal väntar på ditt beslut
proposal-ask-answer = En fråga om ditt förslag
proposal-ask-enter = Beslutet om kanalen är fattat: för in kanalen i registret
proposal-ask-decider = Vem beslutar om den här kanalen?
proposal-moved-proposed = En ny kanal har föreslagits
proposal-moved-authorised = Fullmakt har getts för ditt förslag
proposal-moved-refused = Fullmakt gavs inte för förslaget
proposal-moved-decided = Det är beslutat att kanalen tas i bruk
proposal-moved-declined = Kanalen tas inte i bruk
proposal-moved-withdrawn = Förslaget har dragits tillbaka
proposal-moved-entered = Kanalen som du föreslog finns i registret
proposal-step-proposed = föreslog
proposal-step-named = utsåg handläggare
proposal-step-authorised = gav fullmakt
proposal-step-refused = gav inte fullmakt
proposal-step-asked = frågade
proposal-step-answered = svarade
proposal-step-decided = godkände att kanalen tas i bruk
proposal-step-declined = avslog förslaget
proposal-step-withdrawn = drog tillbaka förslaget
proposal-step-entered = förde in i registret
proposal-done-proposed = Tack! Förslaget är sparat och chefen ombeds ge fullmakt: { $channel }.
proposal-done-named = Klart, begäran har skickats: { $channel }.
proposal-done-authorised = Tack! Fullmakten är given och förslaget går vidare till beslut: { $channel }.
proposal-done-refused = Fullmakt gavs inte. Jag berättar det för den som föreslog: { $channel }.
proposal-done-asked = Frågan har skickats till den som föreslog: { $channel }.
proposal-done-answered = Svaret har skickats till den som frågade: { $channel }.
proposal-done-decided = Beslutet är antecknat. ICT-sekreteraren för in kanalen i registret: { $channel }.
proposal-done-declined = Beslutet är antecknat. Jag berättar det för den som föreslog: { $channel }.
proposal-done-withdrawn = Förslaget är tillbakadraget: { $channel }.
proposal-waits-authorise = Väntar på chefens fullmakt.
proposal-waits-decide = Fullmakt finns, väntar på beslut.
proposal-waits-answer = Väntar på svar av den som föreslog.
proposal-waits-enter = Beslutat, väntar på att föras in i registret.
proposal-ended-refused = Fullmakt gavs inte.
proposal-ended-declined = Kanalen tas inte i bruk.
proposal-ended-withdrawn = Tillbakadraget.
proposal-ended-entered = I registret.
proposals-waiting = Förslag som väntar på dig
button-register-other = Registrera en annan kanal
proposals-to-enter = Ett förslag som det är beslutat om väntar på att registreras. Registrera kanalen därifrån, så följer uppgifterna om beslutet med.
proposals-others = Förslag
proposals-still-wait = De här förslagen väntar fortfarande
proposals-none = Det finns inga förslag till nya kanaler.
proposals-undecided = Kanaler vars beslut inte finns i registret
proposals-undecided-note = Beslutet kan ha fattats även om det inte har antecknats här. ICT-sekreteraren kan lägga till datum och nummer i kanalens uppgifter.
