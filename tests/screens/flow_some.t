# Only trouble, of a mesh whose work goes round: the way of the work stays from left to right.
recording fixtures/recordings/incident.jsonl.zst
size 80x24
at 05:11:59
keys 2 f
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3    Mon 23 Nov  05:11:58Z  mira
|1Now 2Flow ! 3Review 7+?!! 4Dead 92+?! 5Incidents 9+? 6Registry ! 7Log
|!! 1 handoff SHIPS UNREVIEWED in <60s    !! 1 more in <2m  (+5 more)
|── FLOW  10 agents  17 edges ───────────── events missed: counts +?, rates >= ──
|                                 ╭►!deplo~┬──────────►!billi~┳━━━━━━━a━┓
|                        ╭►!plann~┤  7/m   ╰┬► notif~╮  31/m  ╰┬►!ref~^1┻►!led~^1
|       ╭► corre~►!inves~┤  5/m   ╰─────────╯  19/m  │         ┆  14/m     33/m
| monit~┤  21/m    12/m  ╰───────────────────────────┤         b
| 29/m  ╰────────────────────────────────────────────┴►!su~^1h┄╯
|                                                       18/m
|── TROUBLE  8+? edges, worst first ─── counts 10m, rates 1m   healthy edges 9 ──
|>!! a billing>ledger     BROKEN  131 of 186 refused   27/min   conf .88      9m
| !  b support>refund     LOSES   16 of 80 died        8/min    conf .84      4m
| !  c investigator>plan~ LOSES   1 of 55 refused      5/min    conf .85      4m
| !  d planner>deployer   LOSES   2 of 34 died         4/min    conf .86      6m
| !  e billing>refund     LOSES   7 of 35 died         4/min    conf .87      4m
|    f correlator>invest~ WAITS   1 waits for you      8/min    conf .88
|    g refund>ledger      WAITS   2 wait for you       6/min    conf .86
|── a  billing>ledger ───────────────────────────────────────────────────────────
| version (130 of 131): takes invoice-draft ^1.2, was offered 2.0.0: due_date is~
| first refusal 05:02:10   last offer 05:11:57   invoice-draft/1.4.0, invoice-dr~
| 66 dead  0 waiting   CAUSE? 46s after invoice-draft/2.0.0 was loaded
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  ? help
size 120x36
screen
| seam prod-eu-1  [LIVE 0.4s]  >=8.1 ev/s  LOST 3  10/10 agents                              Mon 23 Nov  05:11:58Z  mira
| 1 Now   2 Flow !   3 Review 7+?!!   4 Dead 92+?!   5 Incidents 9+?   6 Registry !   7 Log
|!! 1 SHIPS UNREVIEWED in <60s    !! 1 more in <2m    !! billing>ledger broken for 9m  (+4 more)
|── FLOW  10 agents  17 edges  8 in trouble ─────────── events missed: counts +?, rates >=   only trouble, f shows all ──
|                                 ╭►!deplo~┬──────────►!billi~┳━━━━━━━a━┓             │── a  billing>ledger ─────────────
|                        ╭►!plann~┤  7/m   ╰┬► notif~╮  31/m  ╰┬►!ref~^1┻►!led~^1     │ WHY       version (130 of 131):
|       ╭► corre~►!inves~┤  5/m   ╰─────────╯  19/m  │         ┆  14/m     33/m       │           takes invoice-draft
| monit~┤  21/m    12/m  ╰───────────────────────────┤         b                      │           ^1.2, was offered
| 29/m  ╰────────────────────────────────────────────┴►!su~^1h┄╯                      │           2.0.0: due_date is a t~
|                                                       18/m                          │ SINCE     first refusal 05:02:10
|                                                                                     │           last offer 05:11:57
|                                                                                     │ FIRST     h-1008 05:02:13
|                                                                                     │ CAUSE?    46s after
|                                                                                     │           invoice-draft/2.0.0 was
|                                                                                     │           loaded (05:01:27)
|                                                                                     │ NOW       66 dead  0 waiting
|                                                                                     │ PACE      27/min (1m)  conf .88
|                                                                                     │ PASSED    186 offered, 53
|                                                                                     │           completed
|                                                                                     │ INCIDENT  inc-2026-04-17-0227
|                                                                                     │ OWNERS    billing: team-pay
|                                                                                     │           ledger: finance
|                                                                                     │ CONTRACT  invoice-draft/1.4.0,
|                                                                                     │           invoice-draft/2.0.0; i~
|── TROUBLE  8+? edges, worst first ─────────────────────────────────────────── counts 10m, rates 1m   healthy edges 9 ──
|>!! a billing>ledger               BROKEN  131 of 186 refused   27/min   conf .88   dead 66     waits 0              9m
| !  b support>refund               LOSES   16 of 80 died        8/min    conf .84   dead 16     waits 1              4m
| !  c investigator>planner         LOSES   1 of 55 refused      5/min    conf .85   dead 1      waits 1              4m
| !  d planner>deployer             LOSES   2 of 34 died         4/min    conf .86   dead 2      waits 0              6m
| !  e billing>refund               LOSES   7 of 35 died         4/min    conf .87   dead 7      waits 1              4m
|    f correlator>investigator      WAITS   1 waits for you      8/min    conf .88   dead 0      waits 1
|    g refund>ledger                WAITS   2 wait for you       6/min    conf .86   dead 0      waits 2
|    h support>notifier             WAITS   1 waits for you      6/min    conf .90   dead 0      waits 1
| ─► taken   ━► refused   ┄► low confidence, or waits   ! in trouble   ? not heard   (blank) idle
| only trouble is shown
| Enter open  Tab pane  e ego view  v graph/table/matrix  f trouble only  L lay out  / filter  m note  ? help
