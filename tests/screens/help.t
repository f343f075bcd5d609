# The page of keys and signs: wrapped, paged, searched.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys ? Space
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ─────────────────────────────────────────────────────────── 18 of 263 ──
|
| Everywhere
|  j Down        :down             one row down
|  k Up          :up               one row up
|  h Left        :left             to the left; folds; what is cut slides back
|  l Right       :right            to the right; unfolds; what is cut slides on
|  g Home        :top              to the first row
|  G End         :bottom           to the last row; in the log: and follow it
|  PgDn C-f      :page-down        a page down
|  PgUp C-b      :page-up          a page up
|  C-d           :half-down        half a page down
|  C-u           :half-up          half a page up
|  Enter         :open             opens what is under the cursor, :open ID that
|                                  handoff, :open FILE a recording; sends nothing
|  Esc q         :back             back one level, closes, clears the filter; q
|                                  on Now leaves
|  f             :trouble          only trouble, or all
|  n             :next-trouble     to the next row of trouble, or mark
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
keys b
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ──────────────────────────────────────────────────────────── 1 of 263 ──
| On Now
|  A             approve           opens the sheet that approves; needs a note if
|                                  there are faults, or evidence is missing for
|                                  what is critical
|  R             reject            opens the sheet that rejects; needs a note
|  E             escalate          opens the sheet that hands it to somebody else
|  H             hold              opens the sheet that stops the clock for 15
|                                  minutes
|  Tab           :next-pane        to the next pane
|  S-Tab         :previous-pane    to the pane before
|  ]             :next-tab         next tab of the detail
|  [             :previous-tab     tab of the detail before
|  w             :wrap             wraps long lines of a text, or cuts them
|  o             :cause            to what the row came out of, at last to its
|                                  incident; of an edge to that of its trouble
|  C             :claim            says that you are on it, for 5 min; or lets
|                                  go; changes only who is shown
|
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
keys G
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ────────────────────────────────────────────────────────── 246 of 263 ──
|  ━►            an edge whose handoffs are refused or die
|  (blank)       an edge without a line: idle, nothing was offered for five
|                minutes
|  ┼             two lines cross and do not meet
|  a b c         an edge in trouble: the same letter as in the list below the
|                graph
|  m             behind an edge: it, or an agent of it, is muted: no bell, no
|                hook (:mute)
|  ^n            n edges lead back from this agent; they are not drawn
|  >n            n edges lead on from this agent to one that is too far to be
|                drawn
|  ▁▃█           a sparkline, the newest at the right: the lowest bar is zero,
|                the full one the most that is shown, blank is not known
|  [ ] m !       on the bar of a recording: where you are, a mark of yours, where
|                trouble begins
|
| Six capitals change the mesh (A R E H B X), each on a sheet of its own that a
| second key confirms. Nothing else does.
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
ascii
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|-- HELP ---------------------------------------------------------- 246 of 263 --
|  =>            an edge whose handoffs are refused or die
|  (blank)       an edge without a line: idle, nothing was offered for five
|                minutes
|  )             two lines cross and do not meet
|  a b c         an edge in trouble: the same letter as in the list below the
|                graph
|  m             behind an edge: it, or an agent of it, is muted: no bell, no
|                hook (:mute)
|  ^n            n edges lead back from this agent; they are not drawn
|  >n            n edges lead on from this agent to one that is too far to be
|                drawn
|  .:|           a sparkline, the newest at the right: the lowest bar is zero,
|                the full one the most that is shown, blank is not known
|  [ ] m !       on the bar of a recording: where you are, a mark of yours, where
|                trouble begins
|
| Six capitals change the mesh (A R E H B X), each on a sheet of its own that a
| second key confirms. Nothing else does.
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
keys / s p a r k Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ────────────────────────────────────────────────────────────── 1 of 4 ──
| Signs
|  ▁▃█           a sparkline, the newest at the right: the lowest bar is zero,
|                the full one the most that is shown, blank is not known
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
keys / q q q Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ────────────────────────────────────────────────────────────── 1 of 1 ──
|  Nothing here has these words in it.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Esc close  / search  Space b page  j k line  g G ends  w wrap
keys Esc
size 40x14
keys ? Space Space
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── WAITING FOR YOU  7 ──────────────────
|> !! 0:41 fraud>refund    .41  SHIPS
|  !! 0:55 fraud>refund    .44  SHIPS
|  !  3:10 kyc>fraud       1flt stops
|  !  6:02 reviewer>deploy .62  escalates
|    11:40 fraud>refund    .66  SHIPS
|           2 more, next in 12:05
|── EDGES IN TROUBLE  2 ─────────────────
|  !! billing>ledger           3/min  8m
| Space (mark) is for Review, Dead and I~
| Enter open  A approve  R reject  ? help
