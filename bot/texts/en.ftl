### Somebot's texts in English. Short, polite, plain.

## Languages

language-fi = Finnish
language-sv = Swedish
language-en = English

## Answers from the guideline

edition = { $municipality }, { $name }.
edition-draft = The guideline is a draft.
edition-approved = Approved on { DATETIME($on, dateStyle: "medium") }, { $by }.
edition-summary = The text is a summary, not the guideline's own words.
edition-translation = A translation; the binding language is { $binding }.
answer-heading = Guideline, section { $section }
answer-cite = section { $section }
answer-editors-note = Editor's note (not part of the guideline): { $note }
answer-candidates = I am not sure which part you mean.
answer-not-covered = The guideline does not say anything about this.
answer-nearest = The nearest parts are:
forwarded = Your question has been sent to { $names }.
forwarded-not = Your question could not be delivered. Please contact { $names } directly.
forwarded-nobody = No ICT secretary has been set yet, so the question was not sent. Please ask administrative services.
section-unknown = The guideline does not have this part any more. Ask again and I will look in the present text.

## Buttons

button-whole = Read the whole part
button-share = Share here
button-ask-secretary = Ask the ICT secretary
button-updated = Updated: { $channel }
button-show = Show the channel
button-retire = Retire it
button-undo = Take it back
button-channels = Show the channels
button-language = English

## Channels

owners-heading = { $count } channels
owners-none = There is no such channel in the register.
ask-whom = To find out more, ask:
ask-whom-unnamed = To find out more, ask the ICT secretary of administrative services.
line-responsible = responsible
line-maintainers = maintained by
covers-today = Covering today
until = until { DATETIME($day, dateStyle: "medium") }
duty-updates = A channel is maintained and updated regularly: guideline, section { $section }.
duty-holidays = Maintenance during holidays is agreed as well: guideline, section { $section }.
channels-heading =
    { $count ->
        [one] One channel
       *[other] { $count } channels
    }
mine-heading = Your channels
mine-none = You are not responsible for, or a maintainer of, any channel in the register.
verify-ours = Yes, { $address } is the municipality's channel.
verify-retired = { $address } was the municipality's channel, but has been retired.
verify-not-listed = { $address } is not in the municipality's register.
verify-impostor = If the account poses as the municipality, do not reply to it and do not open its links. Tell:
verify-impostor-unnamed = If the account poses as the municipality, do not reply to it and do not open its links. Tell the ICT secretary of administrative services.

state-active = updated in time
state-idle = not updated
state-unconfirmed = no word of an update
state-unknown = its source cannot be read
status-proposed = proposed
status-in-use = in use
status-paused = paused
status-paused-until = paused until { DATETIME($day, dateStyle: "medium") }
status-retired = retired
evidence-seen = An update was seen on { DATETIME($on, dateStyle: "medium") }
evidence-told = A maintainer told of an update on { DATETIME($on, dateStyle: "medium") }
evidence-checked = The ICT secretary checked on { DATETIME($on, dateStyle: "medium") }
evidence-registered = Entered in the register on { DATETIME($on, dateStyle: "medium") }
evidence-none = Nothing is known of updates

## Fields of the register

field-platform = Service
field-name = Name of the channel
field-url = Address
field-handle = Handle
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
field-decision-on = Date of the decision
field-decision-record = Number of the decision
field-weekly-hours = Working time a week (hours)
field-update-interval-days = Update interval (days)
field-website-link = Linked from the municipality's website
field-announced = The channel has been announced
field-official-marked = The channel shows its unit and that it is official
field-holiday-covers = Holiday covers
field-source = Source of updates
field-evidence = Last update
field-updated = Last word of an update
field-state = State
field-channel = Channel
field-start = First day
field-end = Last day
field-reason = Reason
field-cover = Cover
field-to = New maintainer
field-authorised-by = Authorising superior
field-on = Day

value-none = not known
value-yes = yes
value-no = no
value-date = { DATETIME($day, dateStyle: "medium") }
value-days = { DATETIME($start, dateStyle: "medium") } – { DATETIME($end, dateStyle: "medium") }
scope-municipality = the whole municipality
scope-unit = one unit

## Keeping the register

registered = The channel is in the register:
edited = The facts have been saved:
not-told = These people could not be told: { $names }. Please tell them yourself.
retire-question = Retire { $channel }? It stays in the register with its history, but is no longer listed.
retired = { $channel } has been retired. Please still see to these:
retired-access = Remove the maintainers' rights in the service.
retired-archive = Archive the content that is to be kept.
retired-links = Remove the links from the website and tell the followers.
paused = { $channel } is paused { DATETIME($start, dateStyle: "medium") } – { DATETIME($end, dateStyle: "medium") }.
history-heading = Changes, newest first
history-none = There are no changes.
history-people = facts on people
history-when = { DATETIME($at, dateStyle: "medium") } at { $time }
and-more = and { $count } more
change = { $field }: { $before } → { $after }
changed-meanwhile = Somebody else has changed the channel meanwhile: { $changes }. Check the facts and send the form again.
event-register = registered
event-edit = facts changed
event-retire = retired
event-pause = paused
event-updated = update noted
event-away = holiday cover
event-handover = handed over
event-undo = change taken back
event-language = language chosen
event-import = imported from a file
undo-question = This is the latest change. Take it back?
undo-none = There is no change to take back.
undone = The change has been taken back: { $channels }.
undo-too-late = This change cannot be taken back, because the channel has changed since. See the changes with the command history.
audit-heading = In need of attention, of { $count } channels
audit-fine = All { $count } channels are in order.
audit-single-maintainer = Only one maintainer
audit-orphaned = Everyone in charge has left
audit-not-linked = Not linked from the website
report-heading = The municipality's social media channels
report-total = Channels in all

## For maintainers

updated = Thank you! { $channel }: update noted, { DATETIME($on, dateStyle: "medium") }.
updated-which = Which channel did you update?
away = Away { DATETIME($start, dateStyle: "medium") } – { DATETIME($end, dateStyle: "medium") }, covered by
away-channels = Channels: { $channels }.
handed-over = { $channel } has been handed over. The new maintainer is
snooze-not-yet = I do not send reminders yet, so there is nothing to put off. The command mine shows how your channels do.
propose = Good to hear that you are planning a new channel. This is how the guideline says to begin:
propose-ask = Guidance is given by:

## Help

help-heading = How I can help
help-intro = Write in your own words. I answer in Finnish, Swedish and English.
help-ask = ask about the social media guideline
help-ask-example = { $command } may I update the channel in working time
help-owner = who is behind a channel
help-owner-example = { $command } who owns instagram
help-channels = the list of channels
help-channels-example = { $command } list
help-verify = is this account ours
help-verify-example = { $command } is this ours: https://…
help-mine = your channels and how they do
help-mine-example = { $command } mine
help-me = what I hold on you, and your language
help-me-example = { $command } me
help-propose = starting a new channel
help-propose-example = { $command } we want to open a channel
help-updated = note that a channel has been updated
help-updated-example = { $command } I updated it yesterday
help-away = agree on a cover for your holiday
help-away-example = { $command } on holiday 1–31 July
help-handover = hand a channel over to another maintainer
help-handover-example = { $command } hand over the channel
help-register = add a channel to the register
help-register-example = { $command } register
help-edit = change the facts of a channel
help-edit-example = { $command } edit the library's instagram
help-retire = retire a channel
help-retire-example = { $command } retire the library's instagram
help-pause = pause a channel
help-pause-example = { $command } pause the library's instagram
help-audit = what in the register needs attention
help-audit-example = { $command } audit
help-history = changes in the register
help-history-example = { $command } history
help-undo = take back the latest change
help-undo-example = { $command } undo
help-report = the channels in figures
help-report-example = { $command } report
small-talk = Hello! I am Somebot, not a person. I know the municipality's social media guideline and its channels. Type { $command } help to see more.
unknown = I could not make that out. Type { $command } help to see how I can help.
edit-which = Which channel is to be changed?
retire-which = Which channel is to be retired?
pause-which = Which channel is to be paused?
handover-which = Which channel do you hand over?
nothing-to-choose = I did not recognise a channel. Name it, for example: the library's instagram.

## What is held on a person

me-heading = What I hold on you
me-stored = These facts are in the register.
me-not-stored = Nothing on you is stored. These facts come from the workspace when you write to me.
me-name = Name
me-email = E-mail
me-identities = Identities
me-language = Chosen language
me-channels = Channels
language-chosen = Very well, from now on I reply to you in English.

## Forms

form-register = Register a channel
form-edit = Change a channel
form-pause = Pause
form-away = Absence and cover
form-handover = Hand over a channel
form-submit = Save
form-cancel = Cancel
form-errors = Please check the marked fields.
hint-url = The whole address, such as https://www.instagram.com/name/
hint-person = An identity or an e-mail address
hint-people = Identities or e-mail addresses, with a space between
hint-maintainers = Two are better than one. Identities or e-mail addresses, with a space between.
hint-purpose = What is the channel to achieve?
hint-decision = The municipal manager or the head of the area of responsibility decides.
hint-interval = Left empty, the municipality's own interval is used.
hint-authorised = The superior who has authorised the maintainer.
form-cancelled = The form was closed. Nothing was saved.
problem-missing = Please fill in this field.
problem-too-long = The text is too long.
problem-id = Use small letters, digits and hyphens.
problem-id-taken = There is a channel with this id already.
problem-person = Give an identity or an e-mail address.
problem-url = Write the whole address, such as https://www.instagram.com/name/.
problem-url-taken = The address is in the register already: { $channel }.
problem-other-platform = The address is on { $platform }. Change the service or the address.
problem-platform = Choose a service from the list.
problem-pause = Give both the first and the last day.
problem-pause-order = The last day is before the first.
problem-unknown-field = This field is not known.
problem-date = Write the day as 2026-11-30.
problem-hours = Give the hours in figures, 0 to 168.
problem-days = Give the days as a whole number, 1 to 366.
problem-malformed = This value does not fit the field.

## Notices

notice-question-heading = A question that the guideline does not answer
notice-question = Asked by
notice-appointed-heading = You have been named on a channel
notice-appointed = { $by } entered you as the responsible person or a maintainer of the channel:

## When something does not work

not-allowed-ict-secretary = Only the ICT secretary, who keeps the list of channels, can do this.
not-allowed-keeper = The channel's responsible person, its maintainers and the ICT secretary can do this.
failure = Sorry, something went wrong. If you report it, please mention the reference { $reference }.
store-failure = The register cannot be reached just now. Nothing was changed. Please try again in a moment; the reference is { $reference }.
stale-button = This button belongs to an old message. Ask again to get a new one.
unknown-channel = The channel is not in the register. It may have been removed or renamed.
