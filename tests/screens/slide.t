# What is cut slides by under h and l, what fits stands; w wraps a text or cuts it.
recording tests/screens/data/night.jsonl
size 80x14
at end
event agent:orchestrator-eu-west handoff.offered {"handoff":"run-handoff-2026-11-23-000417-of-the-night-shift","attempt":1,"from":"orchestrator-eu-west","to":"ledger","artifact":{}}
event agent:ledger handoff.refused {"handoff":"run-handoff-2026-11-23-000417-of-the-night-shift","attempt":1,"reason":"contract","detail":"all of its workers are at the end of the month and nobody knows when one of them comes back to it"}
keys 7
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 42!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    orchestrator-e~  run-handoff-2026-11-23-000417-of-~
|>!! 03:12:40.900  refused    orchestrator-e~  run-handoff-20~  all of its worke~
|── refused run-handoff-2026-11-23-000417-of-the-night-shift  event 937 ─────────
| {"specversion":"1.0","id":"h-937","source":"agent:ledger","type":"seam.handoff
| .refused","recordedtime":"2026-11-23T03:12:40.900000Z","hubsequence":"0000000~
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
keys l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 42!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    ~tor-eu-west>l~  ~ff-2026-11-23-000417-of-the-nigh~
|>!! 03:12:40.900  refused    ~tor-eu-west>l~  ~ff-2026-11-23~  ~s workers are a~
|── refused run-handoff-2026-11-23-000417-of-the-night-shift  event 937 ─────────
| {"specversion":"1.0","id":"h-937","source":"agent:ledger","type":"seam.handoff
| ~,"recordedtime":"2026-11-23T03:12:40.900000Z","hubsequence":"000000000000000~
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
keys l l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 42!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    ~eu-west>ledger  ~6-11-23-000417-of-the-night-shift
|>!! 03:12:40.900  refused    ~eu-west>ledger  ~0417-of-the-n~  ~ the end of the~
|── refused run-handoff-2026-11-23-000417-of-the-night-shift  event 937 ─────────
| {"specversion":"1.0","id":"h-937","source":"agent:ledger","type":"seam.handoff
| ~"2026-11-23T03:12:40.900000Z","hubsequence":"00000000000000000937","data":{"~
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
keys l l l l l l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 42!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    ~eu-west>ledger  ~6-11-23-000417-of-the-night-shift
|>!! 03:12:40.900  refused    ~eu-west>ledger  ~he-night-shift  ~of them comes b~
|── refused run-handoff-2026-11-23-000417-of-the-night-shift  event 937 ─────────
| {"specversion":"1.0","id":"h-937","source":"agent:ledger","type":"seam.handoff
| ~00000000000000937","data":{"handoff":"run-handoff-2026-11-23-000417-of-the-n~
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
keys h h h h h h h h h h h
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 42!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       coder
|    03:12:40.900  beat       reviewer
|    03:12:40.900  beat       deploy
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    orchestrator-e~  run-handoff-2026-11-23-000417-of-~
|>!! 03:12:40.900  refused    orchestrator-e~  run-handoff-20~  all of its worke~
|── refused run-handoff-2026-11-23-000417-of-the-night-shift  event 937 ─────────
| {"specversion":"1.0","id":"h-937","source":"agent:ledger","type":"seam.handoff
| nothing lies to the left
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
keys 1 f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 42!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── WAITING FOR YOU  7 ────────────────────────────────────────── only trouble ──
|> !! 0:41 h-91c2   refund.decision@3  fraud>refund     .41 <.70  SHIPS EUR 1240
|  !! 0:55 h-91c7   refund.decision@3  fraud>refund     .44 <.70  SHIPS EUR 310
|  !  3:10 h-91aa   kyc.verdict@2      kyc>fraud        1 fault   stops
|  !  6:02 h-9184   deploy.plan@5      reviewer>deploy  .62 <.80  to oncall-lead
|── EDGES IN TROUBLE  3 ───────────────────────────────────────────── rates 1m ──
|  !! billing>ledger              BROKEN  contract-refused             3/min  8m
|  !! orchestrator-eu-west>ledg~  BROKEN  contract                     1/min  0s
|
| only trouble is shown
| Enter open  A approve  R reject  E escalate  H hold  Tab pane  ? help
size 60x20
keys 6 w z l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 42! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+5 more)
|── invoice.draft ─────────────────────── [what breaks] .. ──
| refused 38 of 38 offers, since 03:04:12, the last 16s ago
|>~efused: contract: due_date: string, not date  @4 billing ~
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
| Enter open  Tab pane  ] tab  o handoffs  ? help
keys h w
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 42! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+5 more)
|── invoice.draft ─────────────────────── [what breaks] .. ──
| refused 38 of 38 offers, since 03:04:12, the last 16s ago
|>    38  refused: contract: due_date: string, not date  @4
|       billing > ledger  03:04:12 to 03:12:24  h-9a36
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
| long lines are wrapped
| Enter open  Tab pane  ] tab  o handoffs  ? help
size 60x14
keys ? w l
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 42! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+5 more)
|── HELP ──────────────────────────────────────── 1 of 166 ──
| On Registry
|  Tab           :next-pane        to the next pane
|  S-Tab         :previous-pane    to the pane before
|  ]             :next-tab         next tab of the detail
|  [             :previous-tab     tab of the detail before
|  s             :sort             ~order of the rows; of de~
|  S             :reverse          ~ of the rows the other w~
|  w             :wrap             ~g lines of a text, or cu~
|  o             :handoffs         ~ndoffs that the row is a~
| Esc close  / search  Space b page  j k line  g G ends
