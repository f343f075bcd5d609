# Keys that were put elsewhere: hints, help and the answer line say those in force.
recording tests/screens/data/night.jsonl
size 80x24
at end
now 1s
keys 3
command map review q escalate
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| escalate acts, so it needs a capital letter: q is none
| A approve  R reject  E escalate  H hold  Space mark  Enter open  ] tab  ? help
command map review Q escalate
command unmap review E
command unmap review /
command map review F filter
command map all F5 dead
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| map all F5 dead: until this console ends
| A approve  R reject  Q escalate  H hold  Space mark  Enter open  ] tab  ? help
keys E
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:41Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:40 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:54 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:09 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:01 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:39 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:04 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:29 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
| EVIDENCE  2 of 3 missing:  - /kyc_verdict  - /device_match  + /chargeback
| FROM      kyc .41 > fraud .41 > refund
| CONTRACT  refund.decision/3.0.0  0 faults  with the taker, who waits
|── sent in the last 5 min ─────────────────────────────────────────── nothing ──
|
|
| E does nothing here: it was unmapped (:map)
| A approve  R reject  Q escalate  H hold  Space mark  Enter open  ] tab  ? help
keys Q
wait 1s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:42Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── REVIEW  7 waiting ──────────────────────────────────────────── by deadline ──
|    DUE   HANDOFF  ARTIFACT           FROM>TO          CONF      IF NOBODY ACTS
|> !! 0:39 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:53 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:08 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:00 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|    11:38 h-9170   refund.decision@3  fraud>refund     .66 <.70  SHIPS EUR 89
|    12:03 h-916e   reply.draft@1      support>notify   .55 <.60  stops
|    14:28 h-9169   refund.decision@3  fraud>refund     .69 <.70  SHIPS EUR 45
|── h-91c2  refund.decision@3  fraud>refund ──── [summary] payload evidence .. ──
| WHY HERE  confidence .41, the contract asks .70
| WILL DO   refund EUR 1240 to card ...4417, order 88c2
| AT 0:00   SHIPS without review, at 03:13:22
|═══ ESCALATE 1 handoff ═════════════════════════════════════ nothing sent yet ══
| !! h-91c2  fraud>refund  refund.decision@3                            due 0:39
|    refund EUR 1240 to card ...4417, order 88c2
| !  NOBODY IS CALLED: no hook is set; 2 of 3 evidence missing
| then  the clock runs on: SHIPS EUR 1240 at 03:13:22
| to    1 risk  2 fin-core
| note  (Tab to write one)
| 1-2 to whom   Tab write another   any other key: go back
keys Esc
wait 2s
keys ?
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:44Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP ──────────────────────────────────────────────────────────── 1 of 259 ──
| On Review
|  A             approve           opens the sheet that approves; needs a note if
|                                  there are faults, or evidence is missing for
|                                  what is critical
|  R             reject            opens the sheet that rejects; needs a note
|  Q             escalate          opens the sheet that hands it to somebody else
|  H             hold              opens the sheet that stops the clock for 15
|                                  minutes
|  Tab           :next-pane        to the next pane
|  S-Tab         :previous-pane    to the pane before
|  ]             :next-tab         next tab of the detail
|  [             :previous-tab     tab of the detail before
|  Space         :mark             marks the row and steps down; the capitals act
|                                  on what is marked
|  *             :mark-all         marks all that is shown, or nothing
|  s             :sort             the next order of the rows; of dead letters
|                                  the next way to group them
|  S             :reverse          the order of the rows the other way round, and
|
| Esc close  F search  Space b page  j k line  g G ends  w wrap
keys Esc
command map
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:44Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP  mapped ────────────────────────────────────────────────────── 1 of 7 ──
| the keys that are mapped now
|
|  map review Q escalate
|  unmap review E
|  unmap review /
|  map review F filter
|  map all F5 dead
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
| Esc close  F search  Space b page  j k line  g G ends  w wrap
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  14/14 agents                                Mon 23 Nov  03:12:44Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 41!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !  41 dead letters, +38 in 10m  (+2 more)
|── HELP  mapped ────────────────────────────────────────────────────────────────────────────────────────────── 1 of 7 ──
| the keys that are mapped now
|
|  map review Q escalate
|  unmap review E
|  unmap review /
|  map review F filter
|  map all F5 dead
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
|
|
|
|
|
|
| Esc close  F search  Space b page  j k line  g G ends  w wrap
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:44Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── HELP  mapped ────────────────────────────────── 1 of 7 ──
| the keys that are mapped now
|
|  map review Q escalate
|  unmap review E
|  unmap review /
|  map review F filter
|  map all F5 dead
|
|
|
|
|
|
|
|
| Esc close  F search  Space b page  j k line  g G ends
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:44Z
|1N 2F! 3R 7!! 4D 41! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+4)
|── HELP  mapped ────────────── 1 of 7 ──
| the keys that are mapped now
|
|  map review Q escalate
|  unmap review E
|  unmap review /
|  map review F filter
|  map all F5 dead
|
|
| Esc close  F search  Space b page
command help keys
size 80x24
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:44Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 41!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+3 more)
|── HELP  keys ─────────────────────────────────────────────────────── 1 of 18 ──
| how keys are put elsewhere: console.conf, :map, :unmap
|
|  A line `map SCREEN KEY COMMAND` gives a key something to do, `unmap SCREEN
|  KEY` takes it away. SCREEN is now, flow, review, dead, registry, log, or all;
|  KEY as this page writes it: x, X, Space, F5, C-t, PgDn; COMMAND a name of this
|  page, or what stands behind `:`.
|      unmap review w
|      map review w wrap
|      map all F5 review
|      map dead D discard
|  In $XDG_CONFIG_HOME/seam/console.conf (or --config FILE) they hold at every
|  start, with `set OPTION VALUE`. seam --check-config says what is wrong with
|  it; a file with a fault is not used at all.
|
|  What acts needs a capital letter, and a key that does something is to be
|  unmapped first. Esc, :, C-c and C-z stay.
|
|  :map shows what is mapped, :source FILE reads a file now.
|
| Esc close  F search  Space b page  j k line  g G ends  w wrap
command help decisions
size 60x20
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:44Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── HELP  decisions ────────────────────────────── 1 of 14 ──
| what acts, and what has to happen before anything is sent
|
|  Six capitals act: A approve, R reject, E escalate, H hold,
|  B put back, X discard. Each opens a sheet that says what
|  it is about; what is sent is about that handoff, that
|  attempt and that artifact, or nothing is.
|
|  A second, other key confirms: y for one, the digit for two
|  to nine, the number and y for more. Enter never sends, and
|  no key does in the first quarter of a second. Any other
|  key goes back.
|
|  Then it is pending for 5 s (:set undo), and u takes it
|  back. :sent lists what became of each.
|
| Esc close  F search  Space b page  j k line  g G ends
command help undo
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:44Z
|1Now 2Flo! 3Rev 7!! 4Dea 41! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+4 more)
|── HELP ───────────────────────────────────────── 1 of 13 ──
| Everywhere
|  u             :undo             takes back the last
|                                  decision while it is
|                                  pending
|                :set              theme NAME, glyphs NAME,
|                                  bell on|off, mouse on|off,
|                                  osc52 on|off, undo
|                                  SECONDS, title TEXT
|
| Topics, :help NAME
|  decisions     what acts, and what has to happen before
|                anything is sent
|
|
|
| Esc close  F search  Space b page  j k line  g G ends
wishes
|bell
|drop-keys
|claim h-91c2 by mira 300
|release h-91c2 by mira 0
