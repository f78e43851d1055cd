"""Many documents on one machine.

A *plan* (:mod:`.plan`) finds the inputs; *units* (:mod:`.units`) cut what is in them into small
portions of work; workers (:mod:`.work`, :mod:`.pool`) clean those; one process writes what comes
back, in the order of the inputs (:mod:`.files`), and after each unit notes how far it is
(:mod:`.journal`). So the bytes that are written depend neither on the number of workers nor on
how often the run was interrupted.
"""
