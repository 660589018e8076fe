### Somebot's texts in English. Short, polite, plain.

## Languages

language-fi = Finnish
language-sv = Swedish
language-en = English
in-language-fi = in Finnish
in-language-sv = in Swedish
in-language-en = in English

## Answers from the guideline

edition = { $municipality }: { $name }.
edition-draft = The guideline is a draft.
edition-approved = Approved on { DATETIME($on, dateStyle: "medium") }, { $by }.
edition-approved-on = Approved on { DATETIME($on, dateStyle: "medium") }; it is not known by whom.
edition-summary = The text is a summary, not the guideline’s own words.
edition-translation = This is a translation; the binding text is in { $binding }.
source-draft = draft
source-approved = approved { DATETIME($on, dateStyle: "medium") }
source-summary = summary
source-translation = translation (binding text in { $binding })
edition-not-approved = It has no date of approval.
edition-approved-unknown = The guideline is marked as approved. I do not know when or by whom.
edition-version = Version: { $version }.
edition-version-unknown = The guideline does not state its version.
edition-review = The guideline is to be reviewed by { DATETIME($on, dateStyle: "medium") }.
edition-review-unknown = I do not know when the guideline will next be reviewed.
edition-source = Original: { $source }
edition-source-unknown = I do not know where the original guideline is.
edition-languages = Languages of the guideline: { $languages }.
edition-binding = The binding text of the guideline is in { $binding }.
edition-verbatim = The text is the guideline’s own, word for word.
answer-cite = section { $section }: { $title }
answer-cite-section = section { $section }
answer-editors-note = Editor’s note (not part of the guideline): { $note }
answer-candidates = I am not sure which part you mean. Did you mean one of these?
answer-unclear = I did not understand your question. Please tell me a little more: which channel, post or situation is it about?
answer-topic = The guideline does not say anything about this. Topic: { $topic }.
answer-topic-ask = Ask { $ask }.
answer-no-more = On this the guideline says no more than the following:
answer-reasons = The guideline gives no more reasons for this than what it says here:
answer-nearest = The closest parts of the guideline:
text-elsewhere = The guideline has this { $language } only; the passage is below.
contents-hint = Choose a section, or type, for example, ‘{ $example }’.
contents-number-unknown = There is no section { $number } in the guideline.
forwarded = Your question has been sent to the ICT secretary: { $names }.
forwarded-not = Your question could not be delivered. Please contact the ICT secretary directly: { $names }.
forwarded-nobody = I do not know yet who the ICT secretary is, so the question was not sent. Please ask administrative services.
forwarded-guest = Your question has been sent to the ICT secretary.
forwarded-guest-not = The question could not be delivered. Please ask administrative services.
section-unknown = This part is no longer in the guideline. Ask again and I will look in the current text.

## Buttons

button-whole = Read the whole part
button-read = Read
button-contents = Contents
button-chapter = Section { $section }
button-before = Previous: { $title }
button-after = Next: { $title }
button-share = Share here
share-asked = asked: ‘{ $question }’
command-other = In Slack this command is called { $typed }, but in the bot’s settings { $command }, so I cannot answer it. Write to me in a direct message for now, and tell the ICT secretary about this.
share-who-reads = The answer has information that is meant for our own people only, such as names. I cannot see whether people of other organisations read this conversation too. Share all of it only if there are none.
button-share-all = Share all
button-share-public = Share only what is public
share-where = Share in a conversation
share-to = Conversation
share-submit = Share
button-ask-secretary = Ask the ICT secretary
button-updated = Updated
button-show = Show the channel
button-show-short = Show
button-home = My page
button-retire = Retire the channel
button-show-channel = Show: { $channel }
button-handover-channel = Hand over: { $channel }
button-handover-all = Hand over all channels
button-handover-of = Hand over channels
button-edit = Change details
button-more-facts = Add more details
button-maintainers = Maintainers
button-pause = Pause
button-resume = End the pause
button-undo = Undo the change
button-left = Mark as having left
button-verify = Check an account
button-channels = Show the channels
button-more = Show more
message-cut = The message is longer than Teams shows at once. Please ask for one part at a time.
button-my-data = Download my data
button-remove-my-data = Remove my data
button-remove-my-data-now = Yes, remove my data
button-continue-data = Continue
button-open-form = Open the form
button-choose = Choose
button-language = English

## Channels

owners-none = There is no such channel in the register.
owners-retired = { $channel } has been retired.
retired-still-in-use = If the channel is still in use, please tell the ICT secretary.
owner-no-cover = No cover has been agreed. If the maintainer is away, the responsible person is asked about the channel.
owner-no-cover-between = No cover has been agreed { FROM_TO($start, $end) }. If the maintainer is away then, the responsible person is asked about the channel.
owner-no-decision = No decision on this channel is in the register. One may have been made without being recorded.
owner-guest = The channel’s responsible person and maintainers are shown to the municipality’s staff only.
owner-what = I only know who is responsible for the municipality’s social media channels. Which channel are you asking about? Write its name, for example: who owns the library’s Instagram.
sought-none = I found no channel for ‘{ $sought }’.
near-unit = Channels of the unit { $unit }:
near-other = The closest channels:
ask-whom = To find out more, ask:
ask-whom-unnamed = To find out more, ask the ICT secretary of administrative services.
line-responsible = responsible person
line-maintainers = maintained by
has-left = no longer works here
covers-today = Covering today
until = until { DATETIME($day, dateStyle: "medium") }
covers-ahead = Covers agreed
from-to = { DAYS($start, $end) }
duty-updates = A channel must be maintained and updated regularly: guideline, section { $section }.
duty-holidays = Maintenance during holidays must also be agreed: guideline, section { $section }.
channels-heading =
    { $count ->
        [one] One channel
       *[other] { $count } channels
    }
channels-paused =
    { $count ->
        [one] One channel is paused
       *[other] { $count } channels are paused
    }
channels-paused-none = No channel is paused.
channels-pause-ahead = Pauses that begin later
channels-quiet =
    { $count ->
        [one] One channel without recent information on updates
       *[other] { $count } channels without recent information on updates
    }
channels-quiet-none = There is recent information on updates to every channel.
channels-unkept =
    { $count ->
        [one] One channel without a maintainer
       *[other] { $count } channels without a maintainer
    }
channels-unkept-none = Every channel has a maintainer.
channels-unanswered =
    { $count ->
        [one] One channel whose responsible person has left
       *[other] { $count } channels whose responsible person has left
    }
channels-unanswered-none = Every channel has a responsible person.
channels-leavers =
    { $count ->
        [one] One channel with somebody who has left
       *[other] { $count } channels with somebody who has left
    }
channels-leavers-none = No channel has anybody who has left.
channels-retired =
    { $count ->
        [one] One retired channel
       *[other] { $count } retired channels
    }
channels-retired-none = No channel has been retired.
channels-single =
    { $count ->
        [one] One channel that has a single maintainer or none
       *[other] { $count } channels that have a single maintainer or none
    }
channels-single-none = All channels have at least two maintainers.
channels-unlinked =
    { $count ->
        [one] One channel that is not linked from the municipality’s website
       *[other] { $count } channels that are not linked from the municipality’s website
    }
channels-unlinked-none = The register knows of no channel that the municipality’s website does not link.
audit-beyond = I could not choose by all that you wrote. Here is all that wants attention in the register.
channels-beyond = I could not narrow the list by all that you wrote. It may have more channels than you meant.
mine-heading = Your channels
mine-none = You are not the responsible person or a maintainer of any channel in the register.
register-there = This address is in the register already.
mine-why = I remind you about a channel when its update interval has passed without information on an update.
home-heading = Somebot
home-intro = Ask about the social media guideline, or who is behind a channel.
home-ask = Ask
home-covers = Covering for others
home-duties = Open duties: { $count }
home-register = Register a channel
home-keeping = The ICT secretary’s work
home-attention = Channels that need attention: { $count }
home-gaps = Questions without an answer: { $count }
home-shadow = For now reminders go to nobody but you.
home-start = Start
home-reminders = Reminders can be paused for some days.
home-pause = Pause
mine-waiting =
    { $count ->
        [one] There is no recent information on updates to one of these channels. If it has been updated, say so with its button.
       *[other] There is no recent information on updates to { $count } of these channels. If they have been updated, say so with the buttons.
    }
verify-what = Which account shall I check? Send its address, its @handle or the channel’s name.
verify-named = The municipality’s register has a channel of this name:
verify-ours = Yes, { $address } is the municipality’s channel.
verify-ours-several = Yes, the municipality uses the name { $address } in these channels:
verify-compare = An account of the same name on another service may be somebody else’s. Compare the address.
verify-retired = { $address } was the municipality’s channel, but has been retired.
verify-not-listed = { $address } is not in the municipality’s register.
verify-own-site = { $address } is on the municipality’s own website. It is no social media channel, so it is not in the register.
channels-quiet-none-of = There is recent information on updates of all of these channels: { $channels }.
nothing-waits = Nothing is waiting for you.
absences-own-none = You have no absences noted.
verify-no-account = The address does not show whose account it is. Send me the address of the author’s profile and I will check it.
verify-looks-like-ours = Be careful: { $address } is not in the municipality’s register.
verify-likeness-host = The address resembles a well-known one, but leads elsewhere. In the municipality’s register:
verify-likeness-same-name = The municipality has a channel of the same name elsewhere, but that does not show whose account this is. In the municipality’s register:
verify-likeness-same-look = The name looks like that of a channel of the municipality, but its letters or punctuation are different. In the municipality’s register:
verify-likeness-more-words = The name has more in it than the name of the municipality’s channel. In the municipality’s register:
verify-likeness-nearly = The name differs only a little from that of a channel of the municipality. In the municipality’s register:
verify-impostor = If the account poses as the municipality:
verify-step-no-reply = Do not reply to it, do not follow it and do not open its links.
verify-step-screenshot = Take a screenshot that shows the address of the account too.
verify-step-report = Report the account with the service’s own reporting function.
verify-step-tell = Tell the ICT secretary:
verify-step-tell-unnamed = Tell the ICT secretary of administrative services.
verify-tell-secretary = Tell the ICT secretary
verify-question = Is this account the municipality’s, or is somebody posing as the municipality? { $address }

state-active = up to date
state-idle = not updated
state-unconfirmed = no recent information on updates
state-unknown = source of updates cannot be read
channel-is-new = new in the register
next-due = update by { DATETIME($day, dateStyle: "medium") }
status-proposed = proposed
status-authorised = authorised
status-decided = decided
status-in-use = in use
status-paused = paused
status-paused-until = paused until { DATETIME($day, dateStyle: "medium") }
status-pause-ahead = paused { FROM_TO($start, $end) }
status-retired = retired
evidence-seen = An update was seen on { DATETIME($on, dateStyle: "medium") }
evidence-told = Reported as updated on { DATETIME($on, dateStyle: "medium") }
evidence-checked = According to the ICT secretary, updated on { DATETIME($on, dateStyle: "medium") }
evidence-registered = No information on updates yet; in the register since { DATETIME($on, dateStyle: "medium") }
evidence-none = No information on updates

since = since { DATETIME($day, dateStyle: "medium") }
source-address = the address is not one that the bot can follow
source-gone = there is nothing at the address any more
source-no-feed = the page has no feed that would show updates
source-no-account = the account is not found, or the service does not show it to the bot
source-forbidden = the server does not let the bot in
source-certificate = the site’s certificate is not valid
source-unreadable = the address gives no feed that can be read
source-key = the municipality’s key to the service does not suffice, or has expired
source-server = the server does not answer as it should
source-newest = the newest update: { DATETIME($on, dateStyle: "medium") }
source-undated = no dated updates show at the address
address-tried = I tried the address: { $found }. Save if it is the right one.
sources-found-heading = Where the channels’ updates can be seen
sources-seen =
    { $count ->
        [one] I follow this channel myself now. I do not ask about updates that I see.
       *[other] I follow these { $count } channels myself now. I do not ask about updates that I see.
    }
sources-failing =
    { $count ->
        [one] I have not been able to read the source of this channel yet. I will try again.
       *[other] I have not been able to read the sources of these { $count } channels yet. I will try again.
    }
sources-none =
    { $count ->
        [one] I cannot see updates to this channel, so I ask its maintainers. If there is a feed, its address can be added to the register.
       *[other] I cannot see updates to these { $count } channels, so I ask their maintainers. If there is a feed, its address can be added to the register.
    }
service-out-heading = { $service } shows no updates
service-out-key =
    The channels on the service have not been readable since { DATETIME($since, dateStyle: "medium") }: { $why }. { $count ->
        [one] The municipality has one channel there that is followed.
       *[other] The municipality has { $count } channels there that are followed.
    } Ask whoever runs the bot to renew the key: the command ‘doctor’ says what it lacks. Until then nobody is reminded about the channels.
service-out =
    The service has not been readable since { DATETIME($since, dateStyle: "medium") }. { $count ->
        [one] The municipality has one channel there that is followed.
       *[other] The municipality has { $count } channels there that are followed.
    } The fault is the service’s, not the channels’: nobody is reminded about them until it works again. You need not do anything.

## Fields of the register

group-channel = Channel
group-people = People
group-decision = Purpose and decision
group-upkeep = Maintenance
group-visibility = Visibility and tracking
field-platform = Service
field-name = Channel name
field-url = Address
field-handle = Handle
field-account = The account’s address or name
field-question = Question
field-unit = Unit
field-unit-sv = Unit in Swedish
field-unit-en = Unit in English
field-scope = Scope
field-responsible = Responsible person
field-maintainers = Maintainers
field-purpose = Purpose
field-status = Status
field-pause = Pause
field-decision = Decision
field-decision-by = Decided by
field-decision-on = Date of decision
field-decision-record = Decision number
field-weekly-hours = Working time per week (hours)
field-update-interval-days = Update interval (days)
field-website-link = Linked from the municipality’s website
field-announced = The channel has been announced
field-official-marked = The channel shows its unit and that it is official
field-holiday-covers = Holiday cover
field-source = Source of updates
field-evidence = Latest update
field-closing = What was agreed about closing
field-closing-access-by = Access removed by
field-closing-archive = Content archived in
field-closing-announcement = How the closing is announced
field-add = Maintainers to add
field-remove = Maintainers to remove
field-person = Person
field-updated = Latest information on updates
field-state = State
field-channel = Channel
field-start = First day
field-end = Last day
field-reason = Reason
field-duty = Duty
field-exemptions = Exemptions from duties
field-confirmed = Confirmations
field-text = What was done
field-learnt = What was learnt
field-until-told = Until further notice – the day of return is not known
field-cover = Cover
field-to = New maintainer
field-authorised-by = Superior who gave the authorisation
field-no-successor = I do not know who will take over – tell the ICT secretary
field-on = Date

value-none = not recorded
value-yes = yes
value-no = no
value-date = { DATETIME($day, dateStyle: "medium") }
value-days = { DAYS($start, $end) }
scope-municipality = the whole municipality
scope-unit = one unit
platform-website = Website
platform-podcast = Podcast
platform-blog = Blog
platform-other = Other

## Keeping the register

registered = The channel has been added to the register:
edited = The changes have been saved:
edited-nothing = Nothing was changed:
registered-tried = I am checking whether the channel’s updates can be seen at its address, and will tell you what I find.
registered-corrected = The service was set to { $platform }, because the address is there.
registered-resembles = The address or the name resembles another channel: { $channels }. Please check that this is the right one.
not-told = The message did not get through: { $names }. Please pass it on yourself.
retired = { $channel } has been retired. This was agreed about closing it:
retire-intro = { $channel } is being retired. It stays in the register with its history, but is no longer listed.
resumed = { $channel } is in use again.
resume-intro = { $channel }: pause { FROM_TO($start, $end) }
resume-none = { $channel } is not paused, and no pause is to come.
left = has been marked as having left.
left-from = is marked as no longer working here as of { DATETIME($on, dateStyle: "medium") }.
left-no-channels = This person had no channels.
left-wanting = These channels need a new maintainer or responsible person:
left-question = Mark that { $name } no longer works here as of { DATETIME($on, dateStyle: "medium") }?
left-unsure = All right, nothing has been marked. Tell me when it is certain, and from which day.
left-kept = These channels have other maintainers:
left-successor = Once this is marked, you can hand the channels over to the successor: { $name }.
left-keeps-nothing = This person has no channels.
returned = { $name } works here again.
returned-not-left = { $name } is not marked as having left.
returned-channels = Their channels:
handed-over-all =
    { $count ->
        [one] One channel has been handed over to
       *[other] { $count } channels have been handed over to
    }
paused = { $channel } is paused { FROM_TO($start, $end) }.
paused-later = { $channel } will be paused { FROM_TO($start, $end) }.
history-heading = Changes, newest first
history-more = There are more changes, made before these.
history-none = There are no changes.
history-none-then = There are no changes from that time.
history-people = personal details
history-when = { DATETIME($at, dateStyle: "medium") } at { CLOCK($time) }
and-more = and { $count } more
quoted = ‘{ $text }’
change = { $field }: { $before } → { $after }
changed-meanwhile = Somebody else has changed the channel in the meantime: { $changes }. Check the details and send the form again.
export-how = Whoever runs the bot can give you the register as an Excel workbook, and a workbook that you have changed is read back the same way. For them: register export channels.xlsx and register import channels.xlsx.
event-register = registered
event-edit = details changed
event-retire = retired
event-pause = paused
event-exempt = exemption from a duty
event-confirm = confirmation of duties
event-updated = update noted
event-away = holiday cover
event-back = absence cancelled
event-absent = absence noted
event-cover_declined = declined cover
event-handover = handed over
event-maintainers = maintainers changed
event-left = person marked as having left
event-returned = person returned
history-by-operator = the operator, on the command line
history-by-directory = the workspace’s directory
event-undo = change undone
event-language = language chosen
event-import = imported from a file
event-directory = name read from the workspace
event-other = changed
undo-question = This is the latest change. Undo it?
undo-same-day = The date of the update stays even if this is undone: there is other information on the same or a newer update.
undo-registration = The latest change is this registration. If you undo it, the channel is retired, but stays in the register’s history. Undo the registration?
undo-import = The latest change is an import from a file, which cannot be undone with one press. You can retire the file’s channels one by one, or the register can be restored from a backup.
undo-none = There is no change to undo.
undo-none-then = There is no change to undo from that time. To see the changes, use the command ‘history’.
undo-returned = The latest change is that the person has returned. It cannot be undone this way: if needed, mark the person as having left again.
undo-not = This is the latest change, and it cannot be undone this way, because it did not concern any channel. You can bring back a person who was marked as having left with the command ‘returned’.
undone = The change has been undone: { $channels }.
undo-too-late = This change can no longer be undone, because the channel has been changed since. To see the changes, use the command ‘history’.
undo-erased = This change cannot be undone, because the channel would go to somebody whose data have been removed. Name another person with the command ‘edit’.
audit-heading = Channels that need attention ({ $count } channels in the register in all)
audit-fine = All channels are in order. Number of channels: { $count }.
audit-single-maintainer = Only one maintainer, or none
audit-orphaned = The responsible person and all maintainers have left
audit-leavers = The responsible person or a maintainer has left
audit-given-up = a maintainer wants to give it up
audit-not-linked = Not linked from the website
duties-heading = Duties of the channel
duties-open = Open duties
duties-none-open = As far as the register knows, no duty is open.
duties-not-in-use = The channel is not in use, so its duties are not asked about.
duties-not-laid-down = The guideline’s details name no duties for channels, so none are asked about.
duties-note = This comes from the register and from what has been seen of the channels. ‘Not known’ does not mean that a duty has been neglected.
duties-note-open = This comes from the register and from what has been seen of the channels.
duties-on = { DATETIME($on, dateStyle: "medium") }
duties-section = section { $section }
standing-kept = kept
standing-open = open
standing-unknown = not known
standing-exempt = exempt
duty-decision-on-use = The use of the channel has been decided on
duty-responsible-persons-named = A responsible person is named
duty-superiors-authorisation = The superior has authorised the maintainers
duty-named-maintainers = At least two people can update it
duty-working-time-defined = Working time has been agreed
duty-unit-and-official-shown = The channel shows its unit and that it is official
duty-website-link = Linked from the municipality’s website
duty-announced = The channel has been announced
duty-regular-updates = Updated on time
duty-answer-messages = Messages are answered
duty-regular-following = The channel is followed
duty-holiday-maintenance = A holiday cover has been agreed
duty-answer-as-feedback = Answered as promptly as other feedback
lacking-decision-on-use = No decision on the use of the channel is recorded
lacking-responsible-persons-named = No responsible person is named
lacking-superiors-authorisation = The superior’s authorisation is not recorded for all maintainers
lacking-named-maintainers = Fewer than two people can update it
lacking-working-time-defined = Working time has not been agreed
lacking-unit-and-official-shown = The channel does not show its unit or that it is official
lacking-website-link = Not linked from the municipality’s website
lacking-announced = The channel has not been announced
lacking-regular-updates = Not updated on time
lacking-answer-messages = Messages are not answered
lacking-regular-following = The channel is not followed
lacking-holiday-maintenance = No holiday cover has been agreed
lacking-answer-as-feedback = Not answered as promptly as other feedback
lacking-access-checked = Access has not been checked
exemption-until = until { DATETIME($until, dateStyle: "medium") }: { $reason } (granted by { $name })
exempted = { $channel }: the duty ‘{ $duty }’ is not asked about until { DATETIME($until, dateStyle: "medium") }. After that day it is asked about again.
exemption-ended = { $channel }: the duty ‘{ $duty }’ is asked about again.
button-exempt = Exempt from a duty
button-exemption-end = End the exemption
duty-access-checked = Access has been checked
access-heading = Access to be removed
access-ask = They no longer maintain the channel but may still be able to get into its account. Remove their rights in the service, change shared passwords, and then confirm here.
access-since = { $name } is no longer a maintainer (changed { DATETIME($since, dateStyle: "medium") }).
access-left = { $name } has left ({ DATETIME($since, dateStyle: "medium") }).
access-done = { $channel }: the access has been removed ({ $name }).
access-erased = A person whose data have been removed
button-access-taken = Access removed
confirm-heading = Half-yearly check
confirm-ask = The bot cannot see these things. Press ‘All is in order’ if everything listed for the channel is true.
confirm-access = Access is in order when only those named can get into the channel’s account, there are at least two of them, people who have left have lost their rights, two-step login is on and the recovery address is the unit’s. Please do not send the bot any passwords.
confirm-holders = Access: { $names }
confirm-open = Open: { $duties }
confirm-done = answered.
confirm-form = Untick what is not in order.
confirmed = { $channel }: thank you, your confirmation is noted.
confirmed-lacking = { $channel }: thank you, this is noted. Still open: { $duties }
button-confirm = Confirm the duties
button-confirm-all = All is in order
button-confirm-some = Something is not in order
website-heading = Accounts that the website links to but the register does not have ({ $count })
website-nothing = No links have been found on the website to accounts that are missing from the register.
website-seen = seen { DATETIME($on, dateStyle: "medium") } on the page
website-looks-like = The address resembles that of the channel { $channels }, but it is a different account. Please check whether it is the municipality’s.
website-link-settled = This account has been dealt with already.
button-register-linked = Register { $name }
button-not-ours = Not ours
button-linked-later = Later
field-proofs = Other signs that the account is ours
proof-mutual = the website and the account link to each other as their own ({ DATETIME($on, dateStyle: "medium") })
proof-own-domain = the account’s name is under the municipality’s own domain ({ DATETIME($on, dateStyle: "medium") })
report-heading = Social media channels on { DATETIME($on, dateStyle: "medium") }
report-states = How they are doing
report-total = Channels in total
report-platforms = By service
report-units = By unit
report-duties = What is lacking, and on how many channels
report-reminders = Reminders in the last 30 days
report-asked = Asked about a channel
report-unanswered = No answer
report-answer-updated = Updated
report-answer-seen = The update was seen in the source
report-answer-later = Put off
report-answer-handed-on = Hand-over proposed
report-answer-given-up = Wants to give the channel up
report-answer-closing = Closing proposed
report-answer-covered = Cover named
report-answer-away = Away
report-questions = Questions on the guideline in the last 30 days
report-questions-asked = Questions
report-gaps = Without an answer now
report-waiting = Waiting for an answer from the ICT secretary
report-duties-none = No open duties.
report-reminders-none = No reminders have been sent.
report-questions-none = No questions, and nothing waits for an answer from the ICT secretary.
report-development = Over time
report-column-what = What
report-column-count = Count
report-column-day = Day
report-column-total = Channels
report-column-in-use = In use
report-column-open = Open duties
report-line = channels: { $total }, of which in use: { $used }; open duties: { $open }
report-note = The figures over time are worked out from the history of changes: they show only what was recorded in the register.
report-note-past = The figures are worked out from the history of changes: they show only what had been written down in the register. What could be seen in sources and on the website is not in them.
report-note-files = Whoever runs the bot can give you the figures as a page to print and as an Excel workbook.
report-no-such-day = Nothing is known of that day. The register’s history of changes begins on { DATETIME($first, dateStyle: "medium") }.
trouble-heading = Account in trouble: { $channel }
trouble-what = What has happened?
trouble-which = Which channel’s account is it?
button-trouble-guideline = What the guideline says
trouble-name-it = Please say which channel’s account it is, for example: account hijacked library Facebook.
trouble-kind = What has happened
trouble-opened = Noted
trouble-holders = Access to the account
trouble-told = Notice sent to
trouble-address-found = address found in public documentation { DATETIME($on, dateStyle: "medium") }
trouble-address-unchecked = the address has not been checked
trouble-step-report = Report it to the service:
trouble-step-hijacked = Change the password, log other devices out, and check the recovery address and who has rights. If you cannot get into the account, do so on the service’s page.
trouble-step-fake = Keep the fake account’s address and a screenshot. Do not answer it, and do not open its links.
trouble-step-tell = Tell people on the other channels: { $channels }
trouble-step-log = Note who has been told and what has been done.
trouble-words-hijacked = You could say: ‘{ $channel } is not under our control just now. Please do not open its links or answer its messages. We will tell you when the account is ours again.’
trouble-words-fake = You could say: ‘Somebody is using the name { $channel }. The account is not the municipality’s: please do not open its links or give it your details.’
trouble-log = What has been done
trouble-what-else = Has anything else happened?
trouble-will-tell = If it is a hijacking or a fake account, a notice is sent as soon as you press the button, to:
trouble-known = This channel has already been reported: { $what }. No new notice has been sent.
trouble-end = Is the case to be closed?
trouble-cases = Accounts in trouble
trouble-none = No account is in trouble.
advice-threat = If anybody is in danger, call 112 at once. Do not reply to whoever threatens. Keep a screenshot and tell your superior straight away, who sees to it that the police are told.
advice-hijacking = What to do if an account is hijacked: write ‘account hijacked’ and the name of the channel to me, and I tell its maintainers and the ICT secretary. Change the password, log out other devices, check the recovery address and who has rights, report it to the service, and tell people on other channels.
trouble-open-word = Please note. { $channel }: { $what }.
home-troubles = { $count ->
    [one] An account in trouble: { $channels }
   *[other] { $count } accounts in trouble: { $channels }
}
trouble-command = current cases
trouble-fake-which = If the account imitates one of these channels, choose it. You will see first who gets the notice.
trouble-fake-name-it = If the account imitates a certain channel of the municipality’s, say which, for example: fake account library Facebook.
trouble-false-heading = False alarm: { $channel }
trouble-false = the report ‘{ $what }’ was a false alarm.
trouble-back = The report has been taken back as a false alarm.
trouble-back-told = Those who got the report are being told:
trouble-guest = Thank you for noticing. Please do this:
shut-out-step-reset = Try to reset the password on the service’s login page.
shut-out-step-others = Ask somebody else who can get into the account:
shut-out-step-maintainer = Ask the channel’s other maintainer, if there is one.
shut-out-step-secretary = If nobody can get into the account, ask the ICT secretary for help
shut-out-step-secret = Do not send passwords in messages.
shut-out-suspect = Nobody has been sent a notice. If somebody else has changed the password, or there is something strange on the account, it may have been hijacked.
shut-out-other = If it is not the password of a social media channel, contact IT support.
clicked = Contact the municipality’s IT support at once, even if you are not sure.
clicked-step-support = Say what you opened, when and on which device. Do not delete the message, and do not open the link again.
clicked-step-password = If you gave your password, change it at once on another device, wherever it is used.
clicked-step-bank = If you gave bank or card details, call the bank at once.
clicked-step-channel = If it was the login of one of the municipality’s channels, say which, for example: account hijacked library Facebook.
trouble-learnt = Learnt last time ({ DATETIME($on, dateStyle: "medium") }): { $learnt }
trouble-over = The channel’s account has no open case any more.
trouble-closed = { $channel }: the case is closed, and what was learnt is kept.
button-trouble-hijacked = The account has been hijacked
button-trouble-fake = Somebody is using the municipality’s name
button-trouble-log = Note what was done
button-trouble-close = The case is over
button-trouble-shut-out = Logging in does not work
button-trouble-suspect = I suspect hijacking
button-trouble-back = False alarm
button-shut-out-ask = Ask the ICT secretary for help
button-trouble-show = What to do now

## For maintainers

updated = Thank you! { $channel }: update noted for { DATETIME($on, dateStyle: "medium") }.
updated-older = Thank you! { $channel }: the register has a newer update, { DATETIME($newest, dateStyle: "medium") }. It stays, so { DATETIME($on, dateStyle: "medium") } does not change the date.
updated-not-noted = All right. { $channel }: no update was noted.
updated-nothing = All right, nothing has been noted.
updated-not-yet = All right. I have not noted anything yet. Tell me when the channel has been updated.
updated-which = Which channel did you update?
updated-ask = { $count ->
    [one] Shall I mark the channel as updated on { DATETIME($on, dateStyle: "medium") }?
   *[other] Which channels shall I mark as updated on { DATETIME($on, dateStyle: "medium") }?
}
button-updated-all = All ({ $count })
all-updated-ask = Shall I mark { $count ->
    [one] this channel
   *[other] these { $count } channels
} as updated on { DATETIME($on, dateStyle: "medium") }?
updated-future = The day { DATETIME($on, dateStyle: "medium") } is still to come, so no update was noted. Please tell me once the update has been made.
updated-old = More than a year has passed since { DATETIME($on, dateStyle: "medium") }, so no update was noted. Please check the date and tell me again.
updated-retired = { $channel } has been retired, so no update was noted. If the channel is still in use, please tell the ICT secretary.
day-unread-no-day = The date { $day } does not exist.
day-unread-order = I am not sure whether the month comes first in { $day }. Write the day as 24.12.2026.
day-unread-ahead = The day { $day } has not come yet. Which day did you mean?
day-unread-other = I did not understand this: ‘{ $day }’. Please give the day yourself.
away = Away { FROM_TO($start, $end) }, covered by
away-confirm = Shall I note it like this?
away-channels = Channels: { $channels }.
away-asked = I will tell the cover in working hours. They may still agree or decline, and I will tell you their answer.
away-alone = Away { FROM_TO($start, $end) }. There is no cover, so the responsible person is asked about your channels, and the ICT secretary if needed.
away-partly = Away { FROM_TO($start, $end) }. The cover agreed earlier looks after their days. On other days, the responsible person is asked about your channels, and the ICT secretary if needed.
away-whole = The days that were noted earlier still hold. In all, you are away:
away-until-told = As it is not known when you return, the absence lasts until { DATETIME($end, dateStyle: "medium") } at most. When you are back, write “I am back” to me.
away-over = The absence { FROM_TO($start, $end) } is already over, so it need not be noted any more.
away-over-or-later = If you meant days to come, choose them here.
away-over-some-day = An absence that is already over need not be noted.
away-remote = Remote work is no absence and need not be noted. If you do not look after your channels then, write for example “I am away 1–3 December”.
away-moves = These days take the place of the absence { FROM_TO($start, $end) }.
away-which-moves = Which absence moves?
away-who-covers = I found no cover by that name. Choose them here.
away-nothing = You have no channels to look after, so your absence need not be noted.
away-of-other = I have not noted an absence of { $name }.
away-others = If a channel’s maintainer is away, they note their absence and their cover themselves. If they cannot, tell the channel’s responsible person or the ICT secretary.
away-others-secretary = If a channel’s maintainer cannot note their absence themselves, you can: write for example “@name is away 1.12.–5.12.”. I tell them that it was noted.
away-of-other-nothing = { $name } looks after no channel, so the absence need not be noted.
away-noted-of = { $name } is away { FROM_TO($start, $end) }: noted. The cover or the responsible person is asked about the channels, and you if needed.
away-told-of = I tell them that it was noted, and they can cancel it.
button-away-days = { DAYS($start, $end) }
back = The absence { FROM_TO($start, $end) } has been cancelled.
button-away-change = Change the days or cover
button-away-note = Note it
back-none = You have no absence to cancel.
back-ahead = Your absence is still to come. Shall I cancel it?
back-which = Which absence shall I cancel?
button-back = Cancel { DAYS($start, $end) }
absences-own = Your absences
absences-others = Away now or later
absences-none = I do not know of any absences.
absences-none-near = I show only your own absences and those of the people with whom you look after the same channels. There are none now.
absences-shown-near = Others may still be away. Who looks after a channel today is among the channel’s details: write for example “who looks after the library’s facebook”.
absences-between = Away { FROM_TO($start, $end) }
absences-none-between = I do not know of any absences { FROM_TO($start, $end) }.
absences-no-cover = no cover
absences-cover = covered by
handed-over = { $channel } has been handed over. The new maintainer is
propose = Good to hear that you are planning a new channel. This is how to begin, according to the guideline:
propose-ask = For guidance, ask:
propose-exists = { $count ->
    [one] This channel is in the register already: { $channels }. What would you like to do?
   *[other] These channels are in the register already: { $channels }. What would you like to do?
}

## Reminders

reminder-heading =
    { $count ->
        [one] Has this channel been updated?
       *[other] Have these channels been updated?
    }
reminder-heading-list =
    { $count ->
        [one] There has been no answer about this channel
       *[other] There has been no answer about these channels
    }
reminder-ask = Has the channel been updated since { DATETIME($on, dateStyle: "medium") }?
reminder-ask-registered = Has the channel been updated since it was entered in the register on { DATETIME($on, dateStyle: "medium") }?
reminder-idle = No updates have been seen on the channel since { DATETIME($on, dateStyle: "medium") }.
reminder-as-responsible = You are the channel’s responsible person. Its maintainers have been asked already.
reminder-as-secretary = The channel’s maintainers and responsible person have been asked, but there has been no answer.
reminder-stands-in = I am asking you because { $name } is away.
reminder-last = This is the last reminder about this channel.
reminder-rest = You can answer about these by typing, for example, ‘I updated the library’s instagram yesterday’:
reminder-in-words = You can also answer in your own words: for example, ‘updated yesterday’ or ‘remind me in a week’.
reminder-in-words-last = You can also answer in your own words: for example, ‘updated yesterday’.
reminder-no = All right. When shall I remind you?
reminder-no-last = All right. There are no more reminders to come. If you cannot update the channel, you can do this:
reminder-no-more = All right. The reminders end when the channel has been updated. You can also do this:
reminder-promised = Good! Tell me when it is done, and I will note the update. When shall I remind you if it is not?
reminder-promised-last = Good! Tell me when it is done, and I will note the update. You can also do this:
reminder-after-update = The next reminder comes when it has again been too long since an update. I cannot arrange one in advance.
reminders-fewer = I remind you of a channel only when its update interval has passed and nothing is known of an update: at most once a working day, and after a few reminders no more. Reminders come less often when the interval is longer; the ICT secretary can change it. You can also mark an absence or hand the channel over.
reminder-gone = { $count ->
    [one] All right. The reminders end when the ICT secretary retires the channel. Propose it here:
   *[other] All right. The reminders end when the ICT secretary retires the channel. Which channel is no longer there?
}
reminder-gone-retire = { $count ->
    [one] All right. The reminders end when you retire the channel:
   *[other] All right. The reminders end when you retire the channel. Which channel is no longer there?
}
resign = { $count ->
    [one] All right. Open the hand-over and name who will take over.
   *[other] All right. Which channel are you handing over?
}
resign-words = not mine any more
reminder-answer-updated = marked as updated on { DATETIME($day, dateStyle: "medium") }. Thank you!
reminder-answer-seen = an update was seen in the source on { DATETIME($day, dateStyle: "medium") }. You need not answer.
reminder-answer-later = I will remind you again on { DATETIME($day, dateStyle: "medium") }.
reminder-answer-handed-on = the proposal to hand it over has been sent. You maintain the channel until the new maintainer has answered.
reminder-answer-given-up = I have told the ICT secretary that you want to give the channel up. You maintain it until a successor is found.
reminder-answer-closing = the proposal to close the channel has been sent to the ICT secretary.
reminder-answer-covered = your cover looks after the channel until { DATETIME($day, dateStyle: "medium") }.
reminder-answer-away = you are away until { DATETIME($day, dateStyle: "medium") }; the responsible person is asked about the channel.
button-reminder-updated = Updated today
button-reminder-day = Another day
button-reminder-checked = Mark as updated
button-reminder-later = Remind me later
button-reminder-later-3 = In 3 days
button-reminder-later-7 = In a week
button-reminder-later-14 = In 2 weeks
button-reminder-more = Another answer about a channel
button-reminder-not-mine = No longer mine
button-request-pause = Ask for a pause
button-request-interval = Ask for a longer interval
request-interval-words = I would like a longer update interval for this channel.
button-reminder-close = Propose closing the channel
reminder-close-confirm = Shall I propose to the ICT secretary that { $channel } be closed?
button-reminder-away = I am away
reminder-later-last = There are no more reminders about this channel, so there is nothing to put off.
snoozed = I will remind you on { DATETIME($on, dateStyle: "medium") }: { $channels }.
snooze-none = You have no reminders to put off just now, and none of your own can be ordered: I remind you when a channel’s update interval has passed. To see how your channels are doing, use the command ‘mine’.
snooze-not-sent = Reminders go out by themselves when nothing is known of updates to a channel. I do not send them on request.
snooze-past = I can remind you tomorrow at the earliest, and in a year at the latest. When shall I remind you?
preview-heading = Preview of the reminders
preview = { $count ->
        [one] This person would have got a reminder by now. For now reminders go to nobody but you; they begin by themselves on { DATETIME($start, dateStyle: "medium") }.
       *[other] These { $count } people would have got reminders by now, the newest first. For now reminders go to nobody but you; they begin by themselves on { DATETIME($start, dateStyle: "medium") }.
    }
preview-day = { DATETIME($on, dateStyle: "medium") }
begins-heading = Reminders begin
begins = Reminders go out from { DATETIME($on, dateStyle: "medium") } at { CLOCK($time) } on.
begins-to = { $people ->
        [0] As things stand now, nobody is reminded then.
        [one] As things stand now, one person gets a reminder then. The reminder is about { $channels ->
            [one] one channel
           *[other] { $channels } channels
        }.
       *[other] As things stand now, { $people } people get a reminder then. The reminders are about { $channels ->
            [one] one channel
           *[other] { $channels } channels
        }.
    }
button-reminders-start = Start the reminders
reminders-started = Reminders go out from { DATETIME($on, dateStyle: "medium") } on.
reminders-going = Reminders are already going out.
button-reminders-pause = Pause the reminders
reminders-paused = Nobody gets reminders { FROM_TO($start, $end) }.
reminders-resumed = The pause is over. Reminders go out again.
button-reminders-resume = End the pause
reminders-of-a-channel = To pause a single channel, type, for example: pause the library’s Instagram.
digest-heading = Weekly review of the channels
digest-unconfirmed = No information on updates for a long time
digest-broken = The source of updates cannot be read
digest-unreachable = People the bot cannot reach
digest-not-linked = No link found on the municipality’s website – is it there?
digest-access = A former maintainer may still have access
digest-unregistered = { $count ->
        [one] The municipality’s website links to one social media account that is not in the register.
       *[other] The municipality’s website links to { $count } social media accounts that are not in the register.
    }
button-website = Go through the accounts
digest-questions = { $count ->
        [one] One question is waiting for an answer.
       *[other] { $count } questions are waiting for an answer.
    }
questions-command = gaps
button-questions = Show the questions
button-name-maintainers = Name maintainers
digest-done = seen to
button-audit = Show everything
audit-command = audit
duties-command = duties
holidays-heading-summer = Who looks after your channels over the summer?
holidays-heading-christmas = Who looks after your channels over Christmas?
holidays-ask = According to the guideline, maintenance during holidays must be agreed too. No cover has been agreed for these channels { FROM_TO($start, $end) }:
holidays-agreed = Thank you! Cover has been agreed.
button-holidays-here = I am not away
holidays-here = Then you look after your channels yourself. Tell me if that changes.
close-heading = A proposal to close a channel
close-asked = proposes that this channel be retired:
cover-none = You are not noted as a cover for anybody.
cover-which = Which cover do you mean?
cover-decline = I cannot cover
cover-declined = All right, you are not covering. I will tell the person who is away.
cover-accept = Yes, that is fine
cover-accepted = Thank you! I will tell the person who is away that you are covering for them.
notice-absence-offered = Your status in the workspace lasts until { DATETIME($end, dateStyle: "medium") }. If you are away until then, you can note the absence and a cover.
notice-absence-noted = has noted that you are away { FROM_TO($start, $end) }. If that is not so, you can cancel it.
notice-cover-accepted-heading = Your cover has agreed
notice-cover-accepted = covers for you { FROM_TO($start, $end) }.
notice-cover-called-off-heading = You no longer need to cover
notice-cover-called-off = does not need you as a cover { FROM_TO($start, $end) }.
cover-declined-gone = This cover has already ended or been withdrawn.
notice-cover-declined-heading = Your cover has declined
notice-cover-declined = cannot cover for you { FROM_TO($start, $end) }. I will ask the responsible person about your channels until you name another cover.
button-cover-other = Name another cover
handover-asked-whom = I have asked
handover-asked = You maintain the channel ({ $channel }) until they have answered.
notice-handover-heading = Would you take over a channel?
notice-handover = { $by } proposes that you become a maintainer of this channel:
notice-handover-authorised = Authorised by
button-accept = I’ll take it
button-decline = No, thank you
which-request = Several requests wait for your answer. Which one do you mean?
answers-which = { $count ->
    [one] Was that an answer to this?
   *[other] Which of these did you answer?
}
button-no-answer = I meant something else
handover-accepted = Thank you! You now maintain the channel { $channel }.
handover-declined = All right. I will tell the person who proposed it.
handover-gone = This proposal is no longer open.
given-up = { $channel }: I have told the ICT secretary that you want to give the channel up. They will look for a successor; you maintain the channel until then.
denied = I have told the ICT secretary that you did not authorise this.
button-deny = I did not authorise this
notice-authorisation-heading = You have been named as having given an authorisation
notice-authorisation = { $by } said that you have authorised { $name } to maintain the channel:
notice-authorisation-what-now = If that is so, you need not do anything. If it is not, press the button, and I will tell the ICT secretary.
notice-denied-heading = An authorisation is disputed
notice-denied = { $superior } has not authorised { $name } to maintain this channel:
notice-successor-heading = A channel needs a successor
notice-successor = { $name } wants to give the channel up and does not know who will take over:
notice-handover-accepted-heading = A channel has a new maintainer
notice-handover-declined-heading = A channel was not taken over
notice-handover-accepted = has taken over the channel
notice-handover-declined = is not taking over the channel

## Help

which-meaning = Which did you mean?
also-told = You also told me something else. I will do it when you press its button:
also-told-form = You also wrote something else. Tell me apart when this is sent: { $said }
also-asked = You also asked something else. I will answer when you press its button:
help-heading = How I can help
help-intro = Write in your own words. I answer in Finnish, Swedish or English.
help-ask = ask about the social media guideline
help-ask-example = { $command } may I update the channel during working hours
help-read = read the guideline: its contents or any section
help-read-example = { $command } section 4
help-owner = who is behind a channel
help-owner-example = { $command } who owns instagram
help-channels = the list of channels
help-channels-example = { $command } list
help-verify = is this account ours
help-verify-example = { $command } is this ours: https://…
help-mine = your channels and how they are doing
help-mine-example = { $command } mine
help-home = your own page: your channels, what you cover and what is waiting for you
help-home-example = { $command } home
help-me = what I hold about you, and your choice of language
help-me-example = { $command } me
help-propose = starting a new channel
help-propose-example = { $command } we want to open a channel
help-updated = note that a channel has been updated
help-updated-example = { $command } I updated it yesterday
help-snooze = put off reminders
help-snooze-example = { $command } remind me in a week
help-away = name a cover for your holiday
help-away-example = { $command } on holiday 1–31 July
help-back = cancel your absence
help-back-example = { $command } cancel my leave
help-absences = see who is away and who covers
help-absences-example = { $command } who is away
help-handover = hand a channel over to another maintainer
help-handover-example = { $command } hand over the channel
help-register = add a channel to the register
help-register-example = { $command } register
help-edit = change the details of a channel
help-edit-example = { $command } edit the library's instagram
help-retire = retire a channel
help-retire-example = { $command } retire the library's instagram
help-left = mark a person as having left
help-left-example = { $command } left @name
help-returned = bring back a person marked as having left
help-returned-example = { $command } returned @name
help-pause = pause a channel
help-pause-example = { $command } pause the library's instagram
help-export = the register of channels as a table
help-export-example = { $command } export the register
help-audit = what in the register needs attention
help-audit-example = { $command } audit
help-history = changes in the register
help-history-example = { $command } history
help-undo = undo the latest change
help-undo-example = { $command } undo
help-report = the channels in figures, for an earlier day as well
help-report-example = { $command } report
help-gaps = which questions have no answer
help-gaps-example = { $command } gaps
help-website = which accounts that the website links to are missing from the register
help-website-example = { $command } website links
help-duties = which duties of the channels are kept and which are open
help-duties-example = { $command } duties
help-trouble = a channel’s account has been hijacked, or somebody is pretending to be the municipality
help-trouble-example = { $command } account hijacked
help-entries = the ICT secretary’s answers
help-entries-example = { $command } answers
help-secretary = ask a human: a message to the ICT secretary
help-secretary-example = { $command } ask the ICT secretary
small-talk = Hello! I am Somebot – a bot, not a person. I know the municipality’s social media guideline and its channels. Type { $command } help to see more.
small-talk-distress = That sounds hard, and it is good that you said it. I am only a bot, but you do not have to be alone with this: talk to somebody you trust, to your superior or to occupational health care. If you or somebody else is in danger right now, call 112. I do not store your message.
small-talk-support = Support for the municipality’s staff: { $contact }
small-talk-insult = I am sorry to have annoyed you. Type { $command } help, or tell me in your own words what you need, and I will try to help.
small-talk-thanks = You’re welcome! Ask me more whenever you need.
small-talk-unhelped = I am sorry that my answer did not help. Ask in other words and I will try again, or ask the ICT secretary.
small-talk-unhelped-asked = I am sorry that my answer did not help. Ask in other words, or send your question to the ICT secretary:
small-talk-sorry = No problem! Type { $command } help if I can help you.
secretary = The ICT secretary keeps the list of channels and gives guidance on the use of social media.
secretary-who = ICT secretary:
secretary-how = You can also send your question through me: write “ask the ICT secretary” and your question.
secretary-send = Shall I send this to the ICT secretary?
unknown = I did not understand that. Type { $command } help to see how I can help.
edit-which = Which channel do you want to change?
maintainers-which = Which channel’s maintainers do you want to change?
retire-which = Which channel do you want to retire?
pause-which = Which channel do you want to pause?
pause-joined = The channel already has a pause: { DAYS($start, $end) }. The days have been joined with it.
pause-replaces = The channel already has a pause: { DAYS($start, $end) }. A channel can have one pause at a time: saving replaces it.
pause-was = The earlier pause was { DAYS($start, $end) }.
pause-change-which = Which channel’s pause changes?
pause-all-reminders = All reminders
resume-which = Which channel’s pause is over?
handover-which = Which channel are you handing over?
nothing-to-choose = I did not recognise the channel. Name it, for example: the library’s Instagram.

## What is held on a person

me-heading = What I hold about you
me-not-stored = Nothing about you is stored. These details come from the workspace when you write to me.
me-name = Name
me-email = E-mail
me-identities = User IDs
me-language = Chosen language
me-channels = Channels
me-absences = Absences
me-absence = { DAYS($start, $end) }
me-absence-covered = { DAYS($start, $end) }, covered by { $name }
me-absence-open = from { DATETIME($start, dateStyle: "medium") } until further notice
me-covers = Covering
me-cover = { DAYS($start, $end) }, in place of { $name }
me-privacy = Why: so that it is clear who is behind a channel, and reminders and answers reach you. Who sees it: staff see the people behind channels; the ICT secretary also sees changes, absences and questions; guests see no names. How long: channels and changes for good, your name for { $left } days after you have left and have no channels, reminders for { $reminders } days, questions for { $answered } days after the answer and { $unanswered } days without one, absences until they are over.
data-heading = All that is kept about you
data-nothing = Nothing about you is kept.
data-part = Part { $part } of { $parts }
data-channels = Channels
data-former-access = Channels that you no longer maintain but may still have access to
data-people = You in the register
data-sources = Sources of channels
data-outages = Outages of services
data-website-links = Links on the website
data-website-visits = Visits to the website
data-conversation-references = The conversation in which the bot reaches you in Teams
data-outbox = Notices to you
data-spells = What has been reported about channels
data-nudges = Reminders to you
data-absences = Absences
data-handovers = Hand-overs
data-troubles = Accounts that were in trouble
data-switches = Pauses
data-rounds-gone = When the round of reminders was last made
data-heard = When each kind last came from the workspace
data-unanswered = Replies that you are waiting for
data-asked = Questions in the log
data-open-questions = Your questions to the ICT secretary
data-entries = Your answers
data-history = Changes
remove-question = Your name, addresses, user IDs, absences and open questions will be removed for good, also from earlier changes. What you have registered or answered will stay, without your name. This cannot be undone. Shall I remove your data?
remove-done = Your data have been removed. Backups still hold them until they are deleted; whoever runs the bot can tell you when.
remove-channels = Your data cannot be removed yet, because these channels are yours: { $channels }. Hand them over first, or ask the ICT secretary to name somebody else. Nothing was removed.
remove-covers = Your data cannot be removed yet, because you cover for a colleague: { $channels }. Agree on another cover first. Nothing was removed.
remove-role = Your data cannot be removed, because the bot’s settings name you in a role. Ask whoever runs the bot to give it to somebody else first. Nothing was removed.
language-chosen = All right, I will reply to you in English from now on, unless you clearly write in another language.
language-guest = You can write to me in English and I will reply in English. The language that a guest chooses is not stored.

## Forms

form-register = Register a channel
form-edit = Change channel details
form-pause = Pause
form-resume = End the pause
form-exemption = Exempt from a duty
form-confirm = Confirm the duties
form-trouble-log = Note what was done
form-trouble-close = The case is over
form-retire = Retire a channel
form-maintainers = Maintainers
form-left = Mark as having left
form-returned = Mark as returned
form-handover-all = Hand over all channels
form-away = Absence and cover
form-handover = Hand over a channel
form-updated = When was the channel updated?
form-nudges-pause = Pause the reminders
form-verify = Is the account ours?
form-verify-submit = Check
form-ask = Ask about social media
form-submit = Save
form-ask-submit = Ask
form-cancel = Cancel
form-name-not-known = You wrote ‘{ $name }’. I know nobody by that name: please choose the person.
form-nothing-read = I read no new value in your message. The form shows what the register says now: please change what is to change.
form-errors = Please check the marked fields.
problem-name-taken = There is a channel with this name in the register already: { $channel }. Change the name, or send the form again as it is.
hint-url = The whole address, such as https://www.instagram.com/name/
hint-source = A feed or page where updates show. Only if they do not show at the channel’s own address.
hint-cover = Leave it empty if there is no cover.
hint-maintainers = Two are better than one.
hint-references = Workspace user ID or e-mail address; several separated by spaces.
hint-purpose = What should the channel achieve?
hint-decision = The municipal manager or the head of the area of responsibility decides on a new channel.
hint-interval = If you leave this empty, the municipality’s shared interval is used.
hint-authorised = The new maintainer’s superior, who has given the authorisation.
hint-pause = Clear both dates to end the pause.
hint-resume = If the date is left empty, the pause ends at once.
hint-pause-reason = For example a holiday, a renovation or a break. Please write nothing about anybody’s health here.
hint-exemption-end = The exemption ends by itself after this day.
hint-trouble = No passwords, and nothing personal about anybody.
hint-closing-access = Who removes the maintainers’ rights in the service?
hint-closing-archive = Where will the content that has to be kept be archived?
hint-closing-announcement = What is announced about the closing, to whom and where?
hint-account = For example https://www.instagram.com/name/ or @name
hint-question = For example: who looks after the library’s Facebook, or may a channel be updated during working hours.
form-cancelled = The form was closed. Nothing was saved.
form-ready = There is a form for this: { $title }.
form-too-late = The form did not open in time. Open it again here.
form-press-again = The form did not open in time. Press the button again.
reply-elsewhere = I answer here because the conversation where you asked cannot be written to just now.
message-no-text = There is no text in the message that I could read. I cannot look at pictures.
names-missing = Slack cannot tell me just now who you are, so I show public information only. Please try again in a moment.
form-saving = Saving…
form-result = Somebot
form-close = Close
more-gone = The rest of this answer is no longer kept. Ask again to get all of it.
problem-missing = Please fill in this field.
problem-too-long = The text is too long.
problem-id = Use lower-case letters a–z, digits and hyphens.
problem-id-taken = There is already a channel with this ID.
problem-person = Give a workspace user ID or an e-mail address.
problem-url = Write the whole address, such as https://www.instagram.com/name/.
problem-url-taken = The address is already in the register: { $channel }.
problem-handle-taken = This account is in the register already: { $channel }.
problem-no-account = The address does not show whose account it is. Write the address of the account’s own page.
problem-other-platform = The address is on { $platform }. Change the service or the address.
problem-platform = Choose a service from the list.
problem-pause = Give both the first and the last day.
problem-pause-order = The last day is before the first.
problem-pause-past = The last day of the pause has already passed.
problem-away-past = The last day of the absence has already passed.
problem-away-long = A cover can last for at most 366 days.
problem-away-self = Choose somebody other than yourself as the cover.
problem-away-no-cover = You do not cover for anybody on these days.
problem-away-absent = This person is away on these days: you are the one covering for them.
problem-left = This person is marked as having left.
problem-account-guest = This person has a guest account. Choose a member of the municipality’s staff.
problem-account-bot = This is a bot. Choose a person.
problem-account-stranger = This person belongs to another workspace. Choose a member of the municipality’s staff.
problem-account-closed = This person’s account is closed. Choose somebody who still works here.
problem-account-nobody = There is nobody with this user ID. Please check it.
problem-handover-there = This person maintains the channel already. Choose who takes over.
problem-handover-self = A channel cannot be handed over to the same person. Choose somebody else.
problem-authorised-self = The authorisation is given by a superior. New maintainers cannot authorise themselves, nor can a maintainer authorise a successor.
problem-unknown-field = This field is not known.
problem-unknown-named = This form has no field ‘{ $name }’.
problem-not-understood = I did not understand ‘{ $typed }’. Please fill in the form.
problem-date = Write the date as 2026-11-30.
problem-future = This day is still to come.
problem-old = This day is over a year ago.
problem-hours = Give the hours in figures, 0 to 168.
problem-days = Give the days as a whole number, 1 to 366.
problem-malformed = This value does not fit the field.

## Notices

notice-question-heading = A question about social media
notice-question = Asked by
notice-appointed-heading = You have been added to a channel’s details
notice-appointed = { $by } entered you as the responsible person or a maintainer of the channel:
notice-cover-heading = You have been named as a cover
notice-cover = You cover these channels { FROM_TO($start, $end) }. You stand in for
notice-cover-what-now = If this does not suit you, press the button, and I will tell the person who is away.
notice-left-heading = A channel needs a new maintainer
notice-left = no longer works for the municipality. This person had these channels:
notice-left-what-now = Please agree on a new maintainer. The ICT secretary updates the register.
notice-left-hand-over = Once you have agreed on who takes over, hand the channels over to them.
notice-trouble = See what to do now, and who has been told.
notice-change-heading = A channel’s details have changed
notice-no-longer-maintainer = { $by } entered that you are no longer a maintainer of the channel:
notice-no-longer-responsible = { $by } entered that you are no longer the responsible person of the channel:
notice-authorisation-back = { $by } took back the note that you have authorised { $name } to maintain the channel:
notice-rests = { $by } entered a pause of the channel, { DAYS($start, $end) }. There are no reminders of it then:
notice-rests-no-more = { $by } entered that the channel is not paused:
notice-kept = { $by } took back the retirement of the channel. It is in use, so the access to it is not to be removed:
notice-stays-heading = A person has not left
notice-stays = is entered as working here, and still keeps these channels:
trouble-ended-heading = Over: { $channel }
trouble-ended = the case ‘{ $what }’ is over.
channel-unkept = The channel has no maintainer any more. Add a new maintainer or retire the channel.
notice-retired-heading = A channel has been retired
notice-retired = { $by } has retired a channel whose details you are in:
notice-retired-access = { $by } has retired the channel and named you as the one who removes the access to it:
notice-interrupted = The bot was restarted while your request was still being handled. If you did not get a reply, please try again. Sorry for the interruption.
rounds-missed-heading = No reminders went out
rounds-missed =
    { $days ->
        [one] The bot did not make its round of reminders on { DATETIME($first, dateStyle: "medium") }.
       *[other] The bot did not make its round of reminders on { $days } working days, { DATETIME($first, dateStyle: "medium") } – { DATETIME($last, dateStyle: "medium") }.
    } It was not running, or something prevented the round. It is making its rounds again now, and the reminders that were missed go out with the next ones. If the break was not agreed on, ask whoever runs the bot to find out why.
notice-not-reached-heading = { $people ->
    [one] A message did not arrive
   *[other] Messages did not arrive
}
notice-not-reached-what-now = { $people ->
    [one] The bot’s message did not reach this person. Check their details in the register, or tell them yourself.
   *[other] The bot’s messages did not reach these people. Check their details in the register, or tell them yourself.
}
notice-unheard-heading = { $notices ->
    [one] One message may not have arrived
   *[other] { $notices } messages may not have arrived
}
notice-unheard-what-now = { $notices ->
    [one] The workspace did not answer when the message was sent to this person. It may have arrived, so it is not sent again. Please ask the person if it matters.
   *[other] The workspace did not answer when the messages were sent. They may have arrived, so they are not sent again. Please ask these people if it matters.
}
unreachable-no_surface = no connected workspace reaches this person
unreachable-no_account = this person has no account that the bot knows
unreachable-deactivated = the account is deactivated
unreachable-refused = this person can’t be sent direct messages
unreachable-not_shown = the message could not be shown
unreachable-no_answer = the message did not get through despite a day of attempts

## The app in Slack

app-short = Knows the social media guideline, and who is behind each of the municipality’s channels.
app-long = Somebot answers questions about the municipality’s social media guideline with the guideline’s own passage, or says that the guideline says nothing about the matter. It knows who is behind each channel, notes updates and covers for holidays, and helps the ICT secretary to keep the register of channels. Write to the bot directly, mention it in a conversation, or use the command { $command }.
app-command = Ask about the guideline or the municipality’s channels
app-command-hint = a question, a channel or help
app-shortcut-ask = Ask about social media
app-shortcut-ask-what = Ask about the social media guideline or the municipality’s channels.
app-shortcut-register_channel = Register a channel
app-shortcut-register_channel-what = For the ICT secretary: add a new channel to the register.
app-shortcut-guideline = Check the guideline
app-shortcut-guideline-what = See what the guideline says about the subject of this message. Only you see the answer.

## Questions and answers

personal-found =
    { $found ->
        [identity_code] Your message seems to contain a personal identity code. I do not store it or pass it on. Delete the message if you can.
        [password] Your message seems to contain a password. I do not store it or pass it on. Delete the message if you can, and change the password if it is in use.
       *[both] Your message seems to contain a personal identity code and a password. I do not store them or pass them on. Delete the message if you can, and change the password if it is in use.
    }
personal-again = Please write again without such details.
personal-client = Your question seems to be about a client, a patient or a pupil. I do not store it or pass it on. Such details may be secret.
secrecy-anyway = The guideline has no passage of its own on this, but the law forbids publishing secret information. Ask your superior if in doubt.
secrecy-published = If the details have been published already, remove the post and tell your superior and the municipality’s data protection officer at once.
secrecy-besides = Where clients, patients or pupils are concerned, remember secrecy as well. I do not store such a question or pass it on.
button-ask-again = Ask again without the details
too-many-questions = You are asking very often just now. Please wait a moment and ask again.
answer-entry-heading = The ICT secretary has answered this
entry-elsewhere = The ICT secretary’s answer on the same subject is { $language }; it is given below as it is.
entry-question = Question:
entry-cite = the ICT secretary’s answer of { DATETIME($on, dateStyle: "medium") }, not the guideline
button-entry-section = Read the guideline on this
button-near = ICT secretary: { $question }
button-helped = 👍 Helped
button-not-helped = 👎 Did not help
feedback-thanks = Thank you for telling me!
feedback-thanks-not = Thank you for telling me! If you are still without an answer, ask the ICT secretary.
feedback-thanks-asker = Thank you for telling me! Ask again in more detail if you like, and I will pass it on.
forwarded-waiting = You have already sent this question to the ICT secretary. I will bring you the answer once there is one.
forwarded-redacted = I left contact details, such as a phone number or an address, out of the question. Give them to the ICT secretary yourself if needed.
answered = Your answer is on its way to the person who asked.
answered-not-told = Your answer is kept, but it did not reach the person who asked. Please tell them yourself:
make-entry-hint = When you add the answer for everybody, others who ask the same will find it. Until then the question stays on the list ‘gaps’. The name of the person who asked is not shown.
button-make-entry = Add the answer for everybody
already-answered = The question has already been answered by
question-gone = This question is no longer kept.
notice-answer-heading = An answer to your question
notice-answer-by = Answered by
gaps-none = There are no unanswered questions.
gaps-heading = Without an answer: { $count }
gap-count =
    { $count ->
        [one] asked once
       *[other] asked { $count } times
    }
gap-last = last on { DATETIME($on, dateStyle: "medium") }
gap-waiting =
    { $count ->
        [one] one person is waiting for an answer
       *[other] { $count } people are waiting for an answer
    }
gap-not-helped =
    { $count ->
        [one] the answer did not help (once)
       *[other] the answer did not help ({ $count } times)
    }
gap-answered =
    { $count ->
        [0] Everybody who asks the same will now find the answer.
        [one] Everybody will now find the answer, and it was sent to one person who was waiting.
       *[other] Everybody will now find the answer, and it was sent to { $count } people who were waiting.
    }
gap-intro =
    { $count ->
        [0] The answer is added for everybody to find. Language of the question: { $language }.
       *[other] The answer is added for everybody to find and sent to those who are waiting for it ({ $count }). Language of the question: { $language }.
    }
gap-gone = This has been answered already, or the questions have expired.
button-answer = Answer
button-dismiss = Take off the list
button-newer = Newer
button-older = Older ({ $count })
button-edit-entry = Edit the answer
button-withdraw-entry = Withdraw the answer
button-restore-entry = Put back into use
button-record-entry = Keep checking this question
answer-given = The ICT secretary has already answered you on this:
entries-own = Answers to you alone
entries-none = The ICT secretary has not answered any questions yet.
entries-heading = The ICT secretary’s answers: { $count }
entry-made = Added: everybody who asks the same will now find the answer.
entry-edited = The change is saved. The earlier text is kept.
entry-restored = The answer is in use again.
entry-withdrawn = Withdrawn: this is no longer given as an answer.
entry-wordings = The same in other words:
entry-earlier = Earlier texts:
entry-changed = Somebody else has changed the answer meanwhile. It is now: ‘{ $answer }’ Check your text and send the form again.
entry-gone = This answer no longer exists.
entry-without-section = The answer belongs to no part of the guideline. Choose the part in the form, then add the question.
recorded = The question has been added to the check questions: changes to the guideline’s text will be checked against it as well.
recorded-before = The question is among the check questions already.
record-read-only = On this server the guideline’s folder cannot be written to, so the question was not added. Ask whoever runs the bot to add it to the file questions.jsonl.
not-allowed-staff = This is for the municipality’s own staff only.
form-answer = Answer the question
form-answer-gap = Answer for everybody
form-entry = Edit the answer
form-send = Send
field-answer = Answer
field-section = Part of the guideline
field-language = Language of the answer
field-wordings = The same question in other words
hint-answer = Write an answer that everybody may read.
hint-section = Choose a part if the answer belongs to one.
hint-wordings = One question a line. The more there are, the more surely the answer is found.
problem-sensitive = There seems to be a personal identity code or a password in the text. Please remove it.
problem-health = Nothing about anybody’s health is kept in the register. Write ‘holiday’ or ‘break’ as the reason, for example, or leave the field empty.
problem-section = Choose a part of the guideline from the list.
me-questions = Questions to the ICT secretary

## When something does not work

not-allowed-ict-secretary = Only the ICT secretary, who keeps the list of channels, can do this.
not-allowed-duties = A channel’s duties can be seen only by its responsible person and maintainers, the ICT secretary and those who decide on channels.
not-allowed-report = The figures for all channels can be seen only by the ICT secretary and those who decide on channels; responsible persons and maintainers can see those for their own.
not-allowed-exempt = Exemptions from duties are granted by the ICT secretary and those who decide on channels.
not-allowed-responsible = This is confirmed by the channel’s responsible person or the ICT secretary.
not-allowed-keeper = Only the channel’s responsible person, its maintainers and the ICT secretary can do this.
button-request = Ask the ICT secretary to do this
request-what = Request:
button-guideline-instead = I only asked about the guideline
request-heading = Request
request-sent = Your request has been sent to the ICT secretary.
request-not-sent = The request did not reach every ICT secretary. Please contact them in another way if needed.
failure = Sorry, something went wrong. If you report it, please mention the reference { $reference }.
store-failure = The register cannot be reached right now. Nothing was changed. Please try again in a moment; the reference is { $reference }.
stale-button = This button belongs to an old message. Ask again to get a new one.
unknown-channel = The channel is not in the register. It may have been removed or renamed.

## From a proposal to a decision

field-audience = Who the channel is for
field-why = Why an existing channel is not enough
field-superior = The maintainers’ superior
field-present = The unit’s current channels
field-authorisation = Authorisation
field-conditions = Conditions, if any
field-decision-conditions = Conditions of the decision
field-words-proposal-authorise = Conditions of the authorisation
field-words-proposal-refuse = Why you do not authorise it
field-words-proposal-ask = Question to the proposer
field-words-proposal-answer = Your answer
field-words-proposal-decline = Why the channel will not be introduced
hint-why = Fill this in if the unit already has channels.
hint-superior = They are asked to authorise the maintainers.
hint-decision-record = The number of the decision in the case management system.
hint-responsible = The decision names the responsible person.
hint-conditions = For example, a trial until the end of the year.
form-propose = Propose a channel
form-proposal-authorise = Authorise conditionally
form-proposal-refuse = Do not authorise
form-proposal-ask = Ask for more details
form-proposal-answer = Answer the question
form-proposal-decline = Decline the proposal
form-proposal-decide = Approve the channel
form-proposal-amend = Change the proposal
form-proposal-name = Name who handles it
form-proposal-enter = Enter in the register
problem-why-new = The unit has channels already: { $channels }. Say why they are not enough.
problem-own-proposal = Nobody decides on their own proposal. Choose somebody other than the proposer or a maintainer.
not-allowed-superior = Only the superior who is named in the proposal can give the authorisation.
not-allowed-decider = Only those who have been given the power can decide on introducing a channel.
not-allowed-own-proposal = You cannot decide on a proposal that is your own or in which you are a maintainer. Somebody else decides.
not-allowed-proposer = Only the person who made the proposal can do this.
not-allowed-proposal = A proposal can be seen only by the people named in it, those who decide on channels and the ICT secretary.
data-proposals = Proposals of new channels
help-decide = proposals of new channels: authorise, decide, follow
help-decide-example = { $command } proposals
proposal-present = The current channels of { $unit }: { $channels }.
proposal-present-none = no channels
proposal-hours = { NUMBER($week) } (about { NUMBER($year, useGrouping: 0) } hours a year)
proposal-conditions = conditions: { $conditions }
proposal-duties = Duties that come with the channel: { $duties }.
proposal-show = Show the proposal
proposal-authorise = Authorise
proposal-withdraw = Withdraw the proposal
proposal-withdraw-confirm = Withdraw the proposal? It will then go no further.
proposal-again = Propose again
proposal-gone = This proposal is no longer stored.
proposal-moved-on = Somebody was quicker, or the proposal has already moved on. This is how it stands now:
proposal-enter-intro = This is filled in from the proposal and the decision. Add the channel’s address and check the rest.
proposal-ask-authorise = Do you authorise the new channel’s maintainers?
proposal-ask-decide = A new channel is waiting for your decision
proposal-ask-answer = A question about your proposal
proposal-ask-enter = The channel has been decided on: please enter it in the register
proposal-ask-decider = Who decides on this channel?
proposal-moved-proposed = A new channel has been proposed
proposal-moved-authorised = Your proposal has been authorised
proposal-moved-refused = The proposal was not authorised
proposal-moved-decided = The channel has been approved
proposal-moved-declined = The channel will not be introduced
proposal-moved-withdrawn = The proposal has been withdrawn
proposal-moved-entered = The channel that you proposed is in the register
proposal-step-proposed = proposed it
proposal-step-named = named who handles it
proposal-step-authorised = authorised it
proposal-step-refused = did not authorise it
proposal-step-asked = asked
proposal-step-answered = answered
proposal-step-decided = approved it
proposal-step-declined = declined it
proposal-step-withdrawn = withdrew it
proposal-step-entered = entered it in the register
proposal-done-proposed = Thank you! The proposal is stored, and the superior is asked to authorise it: { $channel }.
proposal-done-named = All right, the request has been sent to them: { $channel }.
proposal-done-authorised = Thank you! The authorisation has been given, and the proposal goes on to be decided: { $channel }.
proposal-done-refused = All right, it is not authorised. I will tell the proposer: { $channel }.
proposal-done-asked = The question has been sent to the proposer: { $channel }.
proposal-done-answered = The answer has been sent to the person who asked: { $channel }.
proposal-done-decided = The decision is recorded. The ICT secretary enters the channel in the register: { $channel }.
proposal-done-declined = The decision is recorded. I will tell the proposer: { $channel }.
proposal-done-withdrawn = The proposal has been withdrawn: { $channel }.
proposal-waits-authorise = Waiting for the superior’s authorisation.
proposal-waits-decide = Authorised, waiting for a decision.
proposal-waits-answer = Waiting for the proposer’s answer to a question.
proposal-waits-enter = Decided, waiting to be entered in the register.
proposal-ended-refused = Not authorised.
proposal-ended-declined = The channel will not be introduced.
proposal-ended-withdrawn = Withdrawn.
proposal-ended-entered = In the register.
proposals-waiting = Proposals waiting for you
button-register-other = Register another channel
proposals-to-enter = A decided proposal waits to be registered. Register the channel from it, and the details of the decision come along.
proposals-others = Proposals
proposals-still-wait = These proposals are still waiting
proposals-none = There are no proposals of new channels.
proposals-undecided = Channels without a decision in the register
proposals-undecided-note = The decision may have been made even if it is not recorded here. The ICT secretary can add the date and number to the channel’s details.
