"""The history: a file that people can read, of one line a commit, of which nothing is taken away or rewritten, but for
people whose data are erased (``rewriting``).

A commit is in the journal first, with its event: what a crash keeps from the history is completed from there.
"""
