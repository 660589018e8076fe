"""Which signals and facts together mean which intent, as data.

``GROUPS`` joins signals. Of the ``RULES`` that hold, the one that weighs most decides. Beside the signals (see `cues`),
rules know ``FACTS``.
"""

from __future__ import annotations

from collections.abc import Mapping

FACTS = (
    "platform unit scope name noun tail specific url handle person date days question brief word bare chat_only chatty"
)
"""What is found without cues: what the vocabulary names (``noun`` is any word for a channel, ``tail`` for a unit,
``specific`` one certain channel), addresses, people, dates, a question mark. ``brief``: at most five words; ``word``:
at least one; ``bare``: nothing but names of channels; ``chat_only``, ``chatty``: all, or most, is chat."""

GROUPS: Mapping[str, str] = {
    "channel": "platform unit scope name",
    "any_channel": "platform unit scope name noun",
    "address": "url handle",
    "asks": "may decide rule how define suit",
    "time": "date days",
}
"""Names for "one of these", usable wherever a signal is."""

RULES = """
99 smalltalk: chat_only
92 me: about_me ! any_channel
90 help: help ! channel incident topic matter address person who
90 help: bot which|how ! any_channel who address person
# Accounts: are they ours, who is behind them, put them on the list.
88 verify: address fake ! who
87 verify: address ours ! who add change absent give updated pass_on want
86 owner: address who own|contact|credentials
86 register: address add ! who how may where
86 edit: address change ! who how may
# One certain channel's people, its state and its past, however it is asked.
85 owner: who specific credentials|contact ! decide
85 owner: who channel contact ! decide topic matter advice define
85 owner: past_decision|last_updated specific
85 history: changed ! may topic own
85 channels: count plural|noun|platform ! keeper may must report topic matter
85 mine: todo
85 mine: mine which ! may how decide rule define topic matter open give close updated absent
84 channels: can_see plural|book ! who
85 propose: could start platform|noun unit|new|our|one_s_own ! who decide how define can_see topic matter rule close
# Close: whose task something is at one channel, its people know, and the guideline says in general.
84 owner/ask: who own specific topic ! may decide rule how define last_updated report
# The guideline's rules.
84 ask: may ! can_see contact
83 ask: decide ! change remind address
83 ask: advice who ! credentials
83 ask: generic who ! specific
82 ask: who book ! specific
82 ask: incident ! who specific
# What changes the register.
81 edit: change channel|noun|detail|person ! asks who opened history is_there topic which
81 edit: wrong detail channel ! asks who topic which
81 edit: add|close|assign keeper person|specific ! asks who book
81 edit: interval any_channel days ! asks who
80 register: add any_channel|address|book ! asks who which topic keeper updated pause close
79 undo: undo brief|history|change|any_channel ! asks who absent topic regret is_there
79 left: gone person ! asks who
78 handover: give any_channel|person ! asks who absent
78 handover: give_to any_channel person ! asks who absent
78 handover: person own any_channel ! asks absent who question cover
78 handover/retire: close self own|keeper specific ! asks who which topic
77 away: absent|cover time|person ! asks who which
77 away: absent self ! asks who which close question
76 pause: pause any_channel ! asks who which
76 pause/retire: close pause|time specific ! asks who which topic remind credentials
75 retire: close any_channel ! asks who which topic remind credentials
74 propose: propose new|any_channel ! may decide who how close where
74 propose: suggestion channel open|new|brief ! who where incident
74 propose: want open any_channel|new ! may decide who define how opened credentials keeper book own where
74 propose: want new|one_s_own any_channel ! asks who topic credentials keeper opened updated which where
73 snooze: remind ! asks who updated
73 snooze: busy time|brief ! asks who which updated topic matter channel
73 snooze: wait time ! asks who absent any_channel
72 register: opened any_channel ! asks who which where is_there
# Lists, and the state of things.
72 audit: idle plural|all|book ! may how who topic
72 audit: idle keeper|own noun ! may how who must topic
72 audit: idle is_there noun|plural ! may how who topic specific
70 owner: idle is_there specific ! may how topic matter decide
72 audit: audit ! asks who address
71 mine: mine show|plural|brief|question ! decide rule how define topic matter open give close updated absent who
71 report: report ! asks who topic where
71 history: history any_channel|brief|book ! asks who topic
70 owner: who own|credentials|contact channel ! asks topic matter
69 owner: who own|credentials|contact specific ! may decide rule
68 ask: rule
68 owner: credentials channel ! asks topic matter change plural
67 channels: which plural ! asks who topic matter must updated keeper
67 channels: which noun our|unit|scope|all ! asks who topic matter must updated keeper
67 channels: which platform our|unit|all|tail|have ! asks who topic matter must updated keeper own
67 channels: show plural|noun|platform|unit ! asks who topic matter must updated keeper close add
67 channels: book plural ! asks who topic matter must updated keeper close add
67 channels: all plural|noun|platform brief ! asks who topic matter must updated keeper close add
66 owner: keeper|credentials|contact channel ! asks must topic matter incident change
65 channels: is_there platform our|unit|scope|brief ! asks who topic matter own updated credentials
65 channels: exists platform ! asks who topic matter own updated credentials
65 channels: have platform unit brief ! asks who topic matter own updated credentials
65 owner: detail define|which specific ! may decide rule how must topic matter change close add
65 owner: keeper specific ! may decide rule how must topic matter incident change close add
64 updated: updated any_channel time ! asks who which question not other regret
64 updated: updated any_channel|time|self|brief ! asks who which question not is_there other regret
63 register: new noun address ! asks who
63 updated/edit: update_it specific ! asks who which question topic
62 edit: detail address channel ! asks who ours fake this
61 verify: fake this|noun|platform ! asks who which must incident
60 verify: address ! may how decide absent give remind updated want change
60 verify: ours this noun|platform question|brief ! asks who which must address
59 propose: new noun brief ! asks who which own keeper all plural topic
59 propose: start platform|noun unit ! asks who which own keeper opened topic updated close
59 propose: open platform brief ! asks who which own keeper opened topic
58 propose: acquire platform|noun ! asks who topic credentials keeper contact updated which
58 propose: want platform|noun unit|tail ! asks who topic credentials must updated which own
57 channels: plural unit|scope|platform|brief ! asks who topic matter own must new absent
56 owner: who unit|scope|name|brief channel ! asks topic matter
55 owner: bare ! topic matter
54 owner: who specific ! may decide rule how suit
54 owner: own specific brief ! asks must topic matter which
2 smalltalk: chatty brief ! any_channel asks who which topic credentials incident rule
1 ask: word
"""
"""A rule a line, ``weight intent: what must hold ! what must not``; ``a|b`` is either. ``owner/ask`` are two readings
so close that the bot asks back; the first is the likelier."""
