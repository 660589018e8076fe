### The console page's own texts. The bot's replies come from elsewhere.

console-title = Somebot
console-try-out = try-out
console-banner = This is a try-out: the register is a sample, and nobody gets real messages. The roles are not real people – choose who you try it as.
console-skip = Skip to writing
console-skip-to-inbox = Skip to the inbox
console-languages = Language of the page

console-personas = Who you try it as
console-persona-staff = Member of staff
console-persona-maintainer = Maintainer
console-persona-ict-secretary = ICT secretary
console-persona-manager = Municipal manager
console-role-maintainer = Library maintainer
console-role-administration = Director of administration
console-role-communications = Communications officer
console-role-library = Head of library services
console-role-librarian = Library assistant
console-role-youth = Head of youth services
console-role-youth-worker = Youth worker
console-role-museum = Museum director
console-role-sports = Sports secretary
console-unread = { $count ->
    [one] one new message
   *[other] { $count } new messages
  }

console-conversation = Conversation
console-bot = Somebot
console-you = You
console-pressed = You pressed: { $label }
console-private = Only you see this
console-shared = Shown to everybody in the conversation
console-earlier = The oldest messages have been left out.

console-welcome = Hello! I am Somebot.
console-welcome-text = Ask me about the social media guideline, or who looks after which of the municipality’s channels. Try one of these:
console-example-owner = who runs the municipality's instagram
console-example-rule = may I update my own facebook during working hours
console-example-answering = how quickly should we answer messages
console-example-channels = what channels does the library have
console-example-decision = who decides on a new channel
console-example-updated = I updated the library's instagram yesterday
console-example-register = register
console-example-help = help

console-say-label = Message to the bot
console-say-hint = ask, or give a command
console-send = Send

console-inbox = Inbox
console-inbox-empty = No messages. What the bot tells this role without being asked appears here.
console-inbox-time = { DATETIME($at, dateStyle: "medium") }, { CLOCK($at) }
console-new = new

console-clock = The bot’s clock
console-clock-now = { DATETIME($at, dateStyle: "full") }, { CLOCK($at) }
console-clock-real = The present
console-clock-moved = Moved
console-clock-help = Move the clock to see what the bot does later.
console-clock-day = +1 day
console-clock-week = +1 week
console-clock-reset = Back to the present
console-clock-at = Date and time
console-clock-set = Set
console-clock-error = Give a date and time between the years 2000 and 2099.
console-day = { DATETIME($at, dateStyle: "full") }
console-time = { CLOCK($at) }

console-required = required
console-choose = Choose
console-person-hint = User ID or e-mail address, on the console for example console:maintainer.
console-people-hint = User IDs or e-mail addresses separated by spaces, on the console for example console:staff console:maintainer.
console-errors = { $count ->
    [one] Please correct one field:
   *[other] Please correct { $count } fields:
  }

console-failure = Something went wrong, and I could not answer. I am sorry! Please try again in a moment. If it happens again, give the people who run the bot the reference { $reference }.
console-stale = This button belongs to an old message. Ask again to get a new one.
console-form-gone = This form has already been sent or closed. Open it again if you want to go on.
console-offline = The bot is not answering right now. Your text is safe – try again in a moment.

console-refused-title = That did not work
console-refused-host = The console answers on this computer only, at http://127.0.0.1:{ $port }/
console-refused-origin = The request came from another site and was not accepted.
console-refused-token = The page was out of date, probably because the bot has been restarted since. Open the page again, then try once more.
console-refused-size = The message is too long. Make it shorter and send it again.
console-refused-encoding = The message could not be read. Open the page again and try once more.
console-refused-persona = There is no such role.
console-back = Open the console again
