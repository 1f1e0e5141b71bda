"""Deeds and states: who did it, to whom, how, on which day, and whether at all.

`frame_clashes` reads event frames. The others read shipped lists: `doers`, `sole_deeds` and `swaps`
of who did what, `alternatives` of ways of which only one can be, `stances` and `status` of how a
person or a matter stands. `refutations` and `unmentioned` look for what another report denies.
"""
