# The log's columns: the names get what they need, what is behind them gives way.
recording tests/screens/data/night.jsonl
size 80x14
at end
event agent:orchestrator-eu-west handoff.offered {"handoff":"run-handoff-2026-11-23-000417","attempt":1,"from":"orchestrator-eu-west","to":"ledger-writer","artifact":{}}
event agent:ledger-writer handoff.completed {"handoff":"run-handoff-2026-11-23-000417","attempt":1}
event agent:orchestrator-eu-west handoff.offered {"handoff":"run-handoff-2026-11-23-000418","attempt":1,"from":"orchestrator-eu-west","to":"ledger-writer","artifact":{}}
event agent:ledger-writer handoff.refused {"handoff":"run-handoff-2026-11-23-000418","attempt":1,"reason":"contract","detail":"due_date: a string, not a date, in all of the 38 lines"}
event agent:ledger-writer handoff.progressed {"handoff":"run-handoff-2026-11-23-000418","attempt":1}
keys 7
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review 7!!  4 Dead 42!  5 Incidents 2  6 Registry !  7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m  (+4 more)
|── LOG  all events ──────────────────────────────────────────────── following ──
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    orchestrator-eu-wes~  run-handoff-2026-11-23-000417
|    03:12:40.900  completed  orchestrator-eu-wes~  run-handoff-2026-11-23-000417
|    03:12:40.900  offered    orchestrator-eu-wes~  run-handoff-2026-11-23-000418
| !! 03:12:40.900  refused    orchestrator-e~  run-handoff-20~  due_date: a stri~
|>!  03:12:40.900  progressed orchestrator-e~  run-handoff-2026-11-23-~  (late)
|── progressed run-handoff-2026-11-23-000418  event 940 ─────────────────────────
| {"specversion":"1.0","id":"h-940","source":"agent:ledger-writer","type":"seam.
| handoff.progressed","recordedtime":"2026-11-23T03:12:40.900000Z","hubsequence~
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
size 120x14
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  16/16 agents                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 42!   5 Incidents 2   6 Registry !   7 Log
|!! 2 handoffs SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m, 38 of 38 refused: contract-refused  (+4 more)
|── LOG  all events ──────────────────────────────────────────────────────────────────────────────────────── following ──
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000417
|    03:12:40.900  completed  orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000417
|    03:12:40.900  offered    orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000418
| !! 03:12:40.900  refused    orchestrator-eu-west>ledger~  run-handoff-2026-11-23-000418  due_date: a string, not a dat~
|>!  03:12:40.900  progressed orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000418  (late)
|── progressed run-handoff-2026-11-23-000418  event 940 ─────────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"h-940","source":"agent:ledger-writer","type":"seam.handoff.progressed","recordedtime":"2026
| -11-23T03:12:40.900000Z","hubsequence":"00000000000000000940","data":{"handoff":"run-handoff-2026-11-23-000418","atte~
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  t clock  c copy  w wrap  ? help
size 200x14
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0  16/16 agents                                                                                                                Mon 23 Nov  03:12:40Z  mira
| 1 Now   2 Flow !   3 Review 7!!   4 Dead 42!   5 Incidents 2   6 Registry !   7 Log
|!! 2 SHIP UNREVIEWED in <60s    !! billing>ledger broken for 8m    !! orchestrator-eu-west>ledger-writer broken for 0s    !  42 dead letters, +39 in 10m  (+2 more)
|── LOG  all events ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── following ──
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000417
|    03:12:40.900  completed  orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000417
|    03:12:40.900  offered    orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000418
| !! 03:12:40.900  refused    orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000418  due_date: a string, not a date, in all of the 38 lines
|>!  03:12:40.900  progressed orchestrator-eu-west>ledger-writer  run-handoff-2026-11-23-000418  (late)
|── progressed run-handoff-2026-11-23-000418  event 940 ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"h-940","source":"agent:ledger-writer","type":"seam.handoff.progressed","recordedtime":"2026-11-23T03:12:40.900000Z","hubsequence":"00000000000000000940","data":{"handoff":
| "run-handoff-2026-11-23-000418","attempt":1}}
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  t clock  c copy  w wrap  ? help
size 60x14
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0    03:12:40Z
|1Now 2Flo! 3Rev 7!! 4Dea 42! 5Inc 2 6Reg! 7Log
|!! 2 handoffs SHIP UNREVIEWED in <60s  (+5 more)
|── LOG  all events ──────────────────────────── following ──
|    03:12:40.900  beat       audit
|    03:12:40.900  offered    orchestrator-eu-west>ledger-wr~
|    03:12:40.900  completed  orchestrator-eu-west>ledger-wr~
|    03:12:40.900  offered    orchestrator-eu-west>ledger-wr~
| !! 03:12:40.900  refused    orchestrator-eu-we~  due_date:~
|>!  03:12:40.900  progressed orchestrator-eu-west~  (late)
|── progressed run-handoff-2026-11-23-000418  event 940 ─────
| {"specversion":"1.0","id":"h-940","source":"agent:ledger-w
| riter","type":"seam.handoff.progressed","recordedtime":"2~
| G bottom  g top  n next trouble  / filter  ? help
size 40x14
screen
| seam [LIVE 0.4s]  lost 0     03:12:40Z
|1N 2F! 3R 7!! 4D 42! 5I 2 6R! 7L
|!! 2 SHIP UNREVIEWED in <60s  (+5)
|── LOG  all events ──────── following ──
|    03:12:40 beat       audit
|    03:12:40 offered    orchestrator-eu~
|    03:12:40 completed  orchestrator-eu~
|    03:12:40 offered    orchestrator-eu~
| !! 03:12:40 refused    orchestra~  due~
|>!  03:12:40 progressed orchestra~  (la~
|── progressed run-handoff-2026-11-23-~ ─
| {"specversion":"1.0","id":"h-940","sou
| rce":"agent:ledger-writer","type":"se~
| G bottom  g top  n next trouble  ? help
