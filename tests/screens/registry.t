# Registry: contracts and their versions, agents that have changed, drift.
recording tests/screens/data/versions.jsonl
size 80x24
at end
keys 6
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── invoice.draft ────────── [what breaks] differences who uses it history raw ──
| broken 33 of 33 offers, since 03:00:20, the last 48s ago
| refused 26 of 33 offers, since 03:02:00, the last 48s ago
|     24  no fallback  @4 billing > ledger  03:04:12 to 03:11:52  i-423
|     24  version not taken  @4 billing > ledger  03:04:12 to 03:11:52  i-423
|     20  refused: version: takes * got * in *  @4 billing > ledger  03:04:12 to
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# who uses it, its history, its text; the tabs go round
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── invoice.draft  @4 against @3 ──────────────────────────── [differences] .. ──
| ! /due_date  {type: integer} -> {type: string}
|     breaks takers and senders of @3: taken by ledger; sent by nobody now
|   /due_note  not named -> {type: string}        harmless
|   confidence.review_below  0 -> 0.2                           harmless: a
|     human is asked more often
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── invoice.draft ────────── what breaks differences [who uses it] history raw ──
| billing > ledger  invoice.draft/3.0.0  9 offers, 9 broken, 2 refused  03:00:20
|   to 03:03:40
| billing > ledger  invoice.draft/4.0.0  24 offers, 24 broken, 24 refused
|   03:04:12 to 03:11:52
| billing says it sends invoice.draft/4.0.0
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys ] z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── invoice.draft ────────── what breaks differences who uses it [history] raw ──
| 02:59:58  invoice.draft/3.0.0 loaded
|>03:00:20  first invoice.draft/3.0.0 from billing to ledger
| 03:00:20  invoice.draft/3.0.0 begins to be broken, billing > ledger
| 03:02:00  invoice.draft/3.0.0 begins to be refused, billing > ledger
| 03:04:05  invoice.draft/4.0.0 loaded
| 03:04:12  first invoice.draft/4.0.0 from billing to ledger
| 03:04:12  invoice.draft/4.0.0 begins to be broken, billing > ledger
| 03:04:12  invoice.draft/4.0.0 begins to be refused, billing > ledger
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
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys q [ [ [
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── invoice.draft ────────── [what breaks] differences who uses it history raw ──
| broken 33 of 33 offers, since 03:00:20, the last 48s ago
| refused 26 of 33 offers, since 03:02:00, the last 48s ago
|     24  no fallback  @4 billing > ledger  03:04:12 to 03:11:52  i-423
|     24  version not taken  @4 billing > ledger  03:04:12 to 03:11:52  i-423
|     20  refused: version: takes * got * in *  @4 billing > ledger  03:04:12 to
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# a contract with one version has nothing to compare with, and d says so
keys j j j d
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|>    audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── audit.trail ──────────── what breaks [differences] who uses it history raw ──
| Only one version of it is known: nothing to compare.
|
|
|
|
| the hub knows no other version of it
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# an agent: what it sends and accepts, its edges
keys Tab j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
|>!   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── kyc ─────────────────────────────────────────────────────────────────────────
| IS        version 12  model kyc-v9  run r1  up
| CHANGED   03:00:41, version was 11, model was kyc-v8
| CONF      .43, the median of 37 handoffs; before it changed it was .86
| SENDS     kyc.verdict/2.0.0
| ACCEPTS   it has not said
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# what has drifted, and the loop as the circle it is
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
|>!   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── version nobody takes ────────────────────────────────────────────────────────
| billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only
| version nobody takes: an agent sends a version that none of its takers
|   accepts: lower what is sent or bring the takers up
| 24 handoffs, since 03:04:12, the last 03:11:52
| to        ledger  1/min  conf .91 of 33  invoice.draft/3.0.0
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────── 1 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|>!   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── two versions at once ────────────────────────────────────────────────────────
| crm>mailer: mail.order 1.0.0, 1.1.0 side by side
| two versions at once: within 15 minutes one edge carried two versions of one
|   contract, side by side: a replica was left behind
| 20 handoffs, since 03:00:56, the last 03:11:08
| crm sends 1.0.0: 10 offers, the last 03:11:08
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|>!   planner > coder > reviewer > planner                              4     3m
|── loop ────────────────────────────────────────────────────────────────────────
| planner > coder > reviewer > planner
| loop: handoffs come back to an agent that had a hand in them, under no
|   contract that says `returns`
| 4 handoffs, since 03:09:27, the last 03:11:27: c-32
| planner > coder
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# the handoff that closed it last
keys o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── LOG  all events ────────────────────────────────────── stands, End follows ──
|    03:11:24.000  offered    coder>reviewer    c-31    .80
|    03:11:25.000  offered    kyc>fraud         k-38    .44
|    03:11:25.000  completed  coder>reviewer    c-31
|    03:11:25.300  completed  kyc>fraud         k-38
| !  03:11:27.000  offered    reviewer>planner  c-32    .81  loop
|>   03:11:28.000  completed  reviewer>planner  c-32
|    03:11:32.000  offered    billing>ledger    i-422   .92
| !! 03:11:32.200  refused    billing>ledger    i-422   takes 3.0.0, got 4.0.0 i~
|    03:11:43.000  offered    kyc>fraud         k-39    .44
|    03:11:43.300  completed  kyc>fraud         k-39
|    03:11:44.000  offered    crm>mailer        m-k-39  .83
|    03:11:45.000  completed  crm>mailer        m-k-39
|    03:11:52.000  offered    billing>ledger    i-423   .92
|── completed c-32  event 224 ───────────────────────────────────────────────────
| {"specversion":"1.0","id":"planner-9","source":"agent:planner","run":"r1","seq
| uence":"00000000000000000009","type":"seam.handoff.completed","time":"2026-11-
| 23T03:11:28.000000Z","data":{"handoff":"c-32","attempt":1},"recordedtime":"202
| 6-11-23T03:11:28.000000Z","hubsequence":"00000000000000000224"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
# n goes through what is in trouble, pane by pane
keys 6 n n n n
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
| !   planner > coder > reviewer > planner                              4     3m
|── billing ─────────────────────────────────────────────────────────────────────
| IS        version 31  model ?  run r1  up
| CHANGED   03:04:05, version was 30
| CONF      .91, the median of 24 handoffs; before it changed it was .94
| SENDS     invoice.draft/4.0.0, invoice.note/^1
| ACCEPTS   it has not said
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys N
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
|>!   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
| !   planner > coder > reviewer > planner                              4     3m
|── mail.order  @1.1.0 against @1.0.0 ─────────────────────── [differences] .. ──
|   /cc  not named -> {type: string}  harmless
| compatible
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# only trouble, a filter, another order
keys f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ────────────────────────────────────
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
|>!   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
| !   planner      -      0s     -       .74             0  -
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
| !   planner > coder > reviewer > planner                              4     3m
|── mail.order  @1.1.0 against @1.0.0 ─────────────────────── [differences] .. ──
|   /cc  not named -> {type: string}  harmless
| compatible
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys f / m a i l Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ────────────────────────────────────
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
|>!   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|── AGENTS ────────────────────────────────────────────────────────── 8 hidden ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|     mailer       2      0s     -       -               0  -
|── DRIFT 2  LOOPS 1 ──────────────────────────────────────────────── 2 hidden ──
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── mail.order  @1.1.0 against @1.0.0 ─────────────────────── [differences] .. ──
|   /cc  not named -> {type: string}  harmless
| compatible
|
|
|
|
|
|
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys Esc s s
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  6 contracts in force  9 agents ── broken now 3  drift 2  loops 1 ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
|>!   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|     audit.trail     @1 0          ledger > auditor          0       0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|     mailer       2      0s     -       -               0  -
|     reviewer     -      0s     -       .76             0  -
|── DRIFT 2  LOOPS 1 ────────────────────────────────────────────────────────────
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
| !   planner > coder > reviewer > planner                              4     3m
|── mail.order  @1.1.0 against @1.0.0 ─────────────────────── [differences] .. ──
|   /cc  not named -> {type: string}  harmless
| compatible
|
|
|
| contracts: most handoffs first
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# to the handoffs: where there are dead letters to these, else to the log
keys g o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── LOG ──────────────────────── 162 hidden, filter: edge=kyc>fraud  following ──
|    03:09:55.300  completed  kyc>fraud  k-33
|    03:10:13.000  offered    kyc>fraud  k-34  .44
|    03:10:13.300  completed  kyc>fraud  k-34
|    03:10:31.000  offered    kyc>fraud  k-35  .44
|    03:10:31.300  completed  kyc>fraud  k-35
|    03:10:49.000  offered    kyc>fraud  k-36  .44
|    03:10:49.300  completed  kyc>fraud  k-36
|    03:11:07.000  offered    kyc>fraud  k-37  .44
|    03:11:07.300  completed  kyc>fraud  k-37
|    03:11:25.000  offered    kyc>fraud  k-38  .44
|    03:11:25.300  completed  kyc>fraud  k-38
|    03:11:43.000  offered    kyc>fraud  k-39  .44
|>   03:11:43.300  completed  kyc>fraud  k-39
|── completed k-39  event 228 ───────────────────────────────────────────────────
| {"specversion":"1.0","id":"fraud-41","source":"agent:fraud","run":"r1","sequen
| ce":"00000000000000000041","type":"seam.handoff.completed","time":"2026-11-23T
| 03:11:43.300000Z","data":{"handoff":"k-39","attempt":1},"recordedtime":"2026-1
| 1-23T03:11:43.300000Z","hubsequence":"00000000000000000228"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
keys 6 s n o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  5 Incidents 1  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── LOG ─────────────────────── 202 hidden, filter: edge=crm>mailer  following ──
|    03:08:09.000  completed  crm>mailer  m-k-27
|    03:08:44.000  offered    crm>mailer  m-k-29  .82
|    03:08:45.000  completed  crm>mailer  m-k-29
|    03:09:20.000  offered    crm>mailer  m-k-31  .83
|    03:09:21.000  completed  crm>mailer  m-k-31
|    03:09:56.000  offered    crm>mailer  m-k-33  .83
|    03:09:57.000  completed  crm>mailer  m-k-33
|    03:10:32.000  offered    crm>mailer  m-k-35  .83
|    03:10:33.000  completed  crm>mailer  m-k-35
|    03:11:08.000  offered    crm>mailer  m-k-37  .83
|    03:11:09.000  completed  crm>mailer  m-k-37
|    03:11:44.000  offered    crm>mailer  m-k-39  .83
|>   03:11:45.000  completed  crm>mailer  m-k-39
|── completed m-k-39  event 230 ─────────────────────────────────────────────────
| {"specversion":"1.0","id":"mailer-21","source":"agent:mailer","run":"r1","sequ
| ence":"00000000000000000021","type":"seam.handoff.completed","time":"2026-11-2
| 3T03:11:45.000000Z","data":{"handoff":"m-k-39","attempt":1},"recordedtime":"20
| 26-11-23T03:11:45.000000Z","hubsequence":"00000000000000000230"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
# what is under the cursor, for a ticket
keys 6 S-Tab g c r
wishes
|copy billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only
|version nobody takes: an agent sends a version that none of its takers accepts: lower what is sent or bring the takers up
|24 handoffs, since 03:04:12, the last 03:11:52
|to        ledger  1/min  conf .91 of 33  invoice.draft/3.0.0  invoice.draft/4.0.0  BROKEN  33 broken, 26 refused
|
keys c i
wishes
|copy billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only
# what was heard is old, and before anything is known
link lost 72s
screen
| seam prod-eu-1  [LOST 1m12s]  last event 03:12:40  lost 0      03:12:40Z  mira
| 1 Now ?  2 Flow ?  3 Review ?  4 Dead 26?  5 Incidents 1?  6 Registry ?  7 Log
|!! NO CONNECTION since 03:12:40    !! billing>ledger broken for 10m  (+3 more)
|── REGISTRY  6 contracts in force  9 agents as of 03:12:40 ──────── OLD 1m12s ──
|     CONTRACT        SEEN          PUBLISHES > TAKES    BROKEN REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing > ledger @3      33      26 03:00:20
| !   kyc.verdict     @2 40         kyc > fraud ^2           40       0 03:00:01
| !   mail.order      @1.1.0 10  @~ crm > mailer ^1          20       0 03:00:20
|── AGENTS as of 03:12:40 ────────────────────────────────────────── OLD 1m12s ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|     mailer       2      0s     -       -               0  -
|     reviewer     -      0s     -       .76             0  -
|── DRIFT 2  LOOPS 1 as of 03:12:40 ──────────────────────────────── OLD 1m12s ──
|>!   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── version nobody takes ────────────────────────────────────────────────────────
| billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only
| version nobody takes: an agent sends a version that none of its takers
|   accepts: lower what is sent or bring the takers up
|────────────────────────────────────────────────────────────────────────────────
| C-r retries   0 heartbeats missed
| The deadlines keep running without you.
|
| C-r retry  Enter open  Tab pane  ] tab  o handoffs  d diff with  ? help
link connecting 3s
screen
| seam prod-eu-1  [CONNECTING]  -- ev/s              Mon 23 Nov  03:12:40Z  mira
| 1 Now -  2 Flow -  3 Review -  4 Dead -  5 Incidents -  6 Registry -  7 Log -
|.. no data yet: connecting 3s. An empty screen is no good news.
|── REGISTRY  not known yet ─────────────────────────────────────────────────────
|
|   control   tcp://mesh-a:5571                 asked, no answer yet, try 0
|   feed      tcp://mesh-a:5572                 after control has answered
|   events    tcp://mesh-a:5570                 the hub listens there
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
| C-r retry  Enter open  Tab pane  ] tab  o handoffs  d diff with  ? help
