# Registry: contracts and their versions, agents that have changed, drift.
recording tests/screens/data/versions.jsonl
size 80x24
at end
keys 6
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 2 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|── invoice.draft  @4 against @3 ─────── [differences] who uses it history raw ──
| ! /due_date  {type: integer} -> {type: string}  breaks takers and senders of @3
|   /due_note  not named -> {type: string}        harmless
|   confidence.review_below  0 -> 0.2                           harmless: a human
|   is asked more often
| not compatible: 1 breaks a taker, 1 breaks a sender of 3.0.0
| breaking, and the version says so (3 -> 4)
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# who uses it, its history, its text; the tabs go round
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 2 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|── invoice.draft ────────────────────── differences [who uses it] history raw ──
| billing > ledger  invoice.draft/3.0.0  9 offers, 2 refused  03:00:20 to
| 03:03:40
| billing > ledger  invoice.draft/4.0.0  24 offers, 24 refused  03:04:12 to
| 03:11:52
| billing says it sends invoice.draft/4.0.0
| ledger says it accepts invoice.draft/3.0.0
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys ]
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 2 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|── invoice.draft ────────────────────── differences who uses it [history] raw ──
| 02:59:58  invoice.draft/3.0.0 loaded
| 03:00:20  first invoice.draft/3.0.0 from billing to ledger
| 03:02:00  first refusal by ledger
| 03:04:05  invoice.draft/4.0.0 loaded
| 03:04:12  first invoice.draft/4.0.0 from billing to ledger
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys l z
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── invoice.draft ────────────────────── differences who uses it history [raw] ──
| {"contract":"invoice.draft","version":"4.0.0","from":["billing"],"to":["ledger"
| ],"scope":{"represents":"an invoice that is not booked","excludes":["credit
| notes"]},"schema":{"type":"object","properties":{"invoice":{"type":"string"},"a
| mount":{"type":"number","minimum":0},"lines":{"type":"array","items":{"type":"o
| bject","properties":{"sku":{"type":"string"},"vat":{"type":"number"}}}},"due_da
| te":{"type":"string"},"due_note":{"type":"string"},"confidence":{"type":"number
| "},"fallback":{"type":"string"}},"required":["invoice","due_date"]},"confidence
| ":{"at":"/confidence"},"fallback":{"at":"/fallback"},"owners":{"billing":"team-
| pay","ledger":"fin-core"},"review_below":0.2,"summary":"invoice {/invoice}"}
| {"contract":"invoice.draft","version":"3.0.0","from":["billing"],"to":["ledger"
| ],"scope":{"represents":"an invoice that is not booked","excludes":["credit
| notes"]},"schema":{"type":"object","properties":{"invoice":{"type":"string"},"a
| mount":{"type":"number","minimum":0},"lines":{"type":"array","items":{"type":"o
| bject","properties":{"sku":{"type":"string"},"vat":{"type":"number"}}}},"due_da
| te":{"type":"integer"},"confidence":{"type":"number"},"fallback":{"type":"strin
| g"}},"required":["invoice","due_date"]},"confidence":{"at":"/confidence"},"fall
| back":{"at":"/fallback"},"owners":{"billing":"team-pay","ledger":"fin-core"},"s
| ummary":"invoice {/invoice}"}
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys q h h h
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 2 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|── invoice.draft  @4 against @3 ─────── [differences] who uses it history raw ──
| ! /due_date  {type: integer} -> {type: string}  breaks takers and senders of @3
|   /due_note  not named -> {type: string}        harmless
|   confidence.review_below  0 -> 0.2                           harmless: a human
|   is asked more often
| not compatible: 1 breaks a taker, 1 breaks a sender of 3.0.0
| breaking, and the version says so (3 -> 4)
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# a contract with one version has nothing to compare with, and d says so
keys j j j d
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|>    audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 2 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|── audit.trail ──────────────────────── [differences] who uses it history raw ──
| Only one version of it is known: nothing to compare.
|
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
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
|>!   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 2 more below ──
| !   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|── kyc ─────────────────────────────────────────────────────────────────────────
| IS        version 12  model kyc-v9  run r1  up
| CHANGED   03:00:41, version was 11, model was kyc-v8, confidence was .86, is
| .43
| SENDS     kyc.verdict/2.0.0
| ACCEPTS   it has not said
| to        fraud  0/min  conf .43  kyc.verdict/2.0.0
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# what has drifted, and the loop as the circle it is
keys Tab
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 2 more below ──
|>!   billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only       24     8m
|── version nobody takes ────────────────────────────────────────────────────────
| billing sends invoice.draft/4.0.0; ledger takes 3.0.0 only
| version nobody takes: an agent sends a version that none of its takers accepts:
| lower what is sent or bring the takers up
| 24 handoffs, since 03:04:12, the last 03:11:52
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ──────────────────────────────────────────────────── 1 more below ──
|>!   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── two versions at once ────────────────────────────────────────────────────────
| crm>mailer: mail.order 1.0.0, 1.1.0 side by side
| two versions at once: one edge carries two versions of one contract side by
| side: a replica was left behind
| 20 handoffs, since 03:00:56, the last 03:11:08
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys j
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ────────────────────────────────────────────────────────────────────
|>!   planner > coder > reviewer > planner                              4     3m
|── loop ────────────────────────────────────────────────────────────────────────
| planner > coder > reviewer > planner
| loop: handoffs come back to an agent that had a hand in them, under no contract
| that says `returns`
| 4 handoffs, since 03:09:27, the last 03:11:27: c-32
|
|
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# the handoff that closed it last
keys o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── LOG  all events ────────────────────────────────────── stands, End follows ──
|    03:11:24.000  offered    coder>reviewer    c-31    .80
|    03:11:25.000  offered    kyc>fraud         k-38    .44
|    03:11:25.000  completed  coder>reviewer    c-31
|    03:11:25.300  completed  kyc>fraud         k-38
|    03:11:27.000  offered    reviewer>planner  c-32    .81
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
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
|>!   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ────────────────────────────────────────────────────────────────────
| !   planner > coder > reviewer > planner                              4     3m
|── kyc ─────────────────────────────────────────────────────────────────────────
| IS        version 12  model kyc-v9  run r1  up
| CHANGED   03:00:41, version was 11, model was kyc-v8, confidence was .86, is
| .43
| SENDS     kyc.verdict/2.0.0
| ACCEPTS   it has not said
| to        fraud  0/min  conf .43  kyc.verdict/2.0.0
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys N
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 7 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 ────────────────────────────────────────────────────────────────────
| !   planner > coder > reviewer > planner                              4     3m
|── billing ─────────────────────────────────────────────────────────────────────
| IS        version 31  model ?  run r1  up
| CHANGED   03:04:05, version was 30, confidence was .94, is .91
| SENDS     invoice.draft/4.0.0, invoice.note/^1
| ACCEPTS   it has not said
| to        ledger  1/min  conf .91  invoice.draft/3.0.0  invoice.draft/4.0.0
| BROKEN
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# only trouble, a filter, another order
keys f
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─ drift 3  refused 25 in 10m  only trouble ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>!!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
| !   planner      -      0s     -       .74             0  -
|── DRIFT  3 ────────────────────────────────────────────────────────────────────
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
| !   planner > coder > reviewer > planner                              4     3m
|── billing ─────────────────────────────────────────────────────────────────────
| IS        version 31  model ?  run r1  up
| CHANGED   03:04:05, version was 30, confidence was .94, is .91
| SENDS     invoice.draft/4.0.0, invoice.note/^1
| ACCEPTS   it has not said
| to        ledger  1/min  conf .91  invoice.draft/3.0.0  invoice.draft/4.0.0
| BROKEN
|
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
keys f / m a i l Enter
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─ drift 3  refused 25 in 10m  filter: mail ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|── AGENTS ──────────────────────────────────────────────────────────────────────
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>    mailer       2      0s     -       -               0  -
|── DRIFT  3 ────────────────────────────────────────────────────────────────────
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── mailer ──────────────────────────────────────────────────────────────────────
| IS        version 2  model ?  run r1  up
| SENDS     it has not said
| ACCEPTS   mail.order/^1
| from      crm  0/min  conf .82  mail.order/1.0.0  mail.order/1.1.0
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
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── REGISTRY  4 contracts  9 agents ─────────────── drift 3  refused 25 in 10m ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
| !!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS ────────────────────────────────────────────────────── 1 more below ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
|>    mailer       2      0s     -       -               0  -
| !   planner      -      0s     -       .74             0  -
|── DRIFT  3 ──────────────────────────────────────────────────── 1 more below ──
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── mailer ──────────────────────────────────────────────────────────────────────
| IS        version 2  model ?  run r1  up
| SENDS     it has not said
| ACCEPTS   mail.order/^1
| from      crm  0/min  conf .82  mail.order/1.0.0  mail.order/1.1.0
|
|
| agents: the busiest first
| Enter open  Tab pane  ] tab  o handoffs  d diff with  n next trouble  ? help
# to the handoffs: where there are dead letters to these, else to the log
keys g o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── DEAD LETTERS  26 ───────────────────────────────────────── by reason, edge ──
|      COUNT  IN 10m    REASON / EDGE / CAUSE                             OLDEST
|> !!     20  +20       > version               billing>ledger                8m
|  !!      6  +5        v contract              billing>ledger               10m
|          4              > @4  /amount: below the minimum 0                  6m
|          2              > @3  /lines/*/vat: string, not number             10m
|
|
|
|
|
|
|── billing>ledger   20 letters ─────────────────────────────────────────────────
| WHY       takes 3.0.0, got 4.0.0 in inv-422
| SINCE     03:04:12, 7s after billing became version 31 (03:04:05), the newest
|           03:11:32
| CONTRACT  invoice.draft/4.0.0
| INCIDENT  INC-2291
| OWNERS    billing: team-pay  ledger: fin-core
|
| B put back  E escalate  X discard  Space mark  * all  Enter open  ? help
keys 6 s n o
screen
| seam prod-eu-1  [LIVE 0.4s]  8.1 ev/s  lost 0      Mon 23 Nov  03:12:40Z  mira
| 1 Now  2 Flow !  3 Review  4 Dead 26!  6 Registry !  7 Log
|!! billing>ledger broken for 10m    !  26 dead letters, +25 in 10m  (+2 more)
|── LOG ─────────────────────────────────────────────── filter: kyc  following ──
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
|    03:11:43.300  completed  kyc>fraud  k-39
|>   03:12:40.900  beat       kyc
|── beat   event 236 ────────────────────────────────────────────────────────────
| {"specversion":"1.0","id":"kyc-43","source":"agent:kyc","run":"r1","sequence":
| "00000000000000000043","type":"seam.agent.heartbeat","time":"2026-11-23T03:12:
| 40.900000Z","data":{"agent":"kyc"},"recordedtime":"2026-11-23T03:12:40.900000Z
| ","hubsequence":"00000000000000000236"}
|
| G bottom  g top  n next trouble  / filter  f trouble only  Enter open  ? help
# what is under the cursor, for a ticket
keys 6 S-Tab g c r
wishes
|copy ! /due_date  {type: integer} -> {type: string}  breaks takers and senders of @3
|  /due_note  not named -> {type: string}        harmless
|  confidence.review_below  0 -> 0.2                           harmless: a human is asked more often
|not compatible: 1 breaks a taker, 1 breaks a sender of 3.0.0
|breaking, and the version says so (3 -> 4)
|
keys c i
wishes
|copy invoice.draft
# what was heard is old, and before anything is known
link lost 72s
screen
| seam prod-eu-1  [LOST 1m12s]  8.1 ev/s  lost 0     Mon 23 Nov  03:12:40Z  mira
| 1 Now ?  2 Flow ?  3 Review ?  4 Dead 26?  6 Registry ?  7 Log
|!! NO CONNECTION since 03:12:40    !! billing>ledger broken for 10m  (+3 more)
|── REGISTRY  4 contracts  9 agents as of 03:12:40 ───────────────── OLD 1m12s ──
|     CONTRACT        SEEN          PUBLISHES > TAKES           REFUSED    SINCE
|>!!  invoice.draft   @4 24  @3 9   billing @4 @3 > ledger @3     26/33 03:02:00
| !   mail.order      @1.1.0 10  @~ crm @1 > mailer ^1                0        -
|     kyc.verdict     @2 40         kyc @2 > fraud ^2                 0        -
|     audit.trail     @1 0          ledger > auditor                  0        -
|── AGENTS as of 03:12:40 ────────────────────────────────────────── OLD 1m12s ──
|     AGENT        VER    HEARD  OUT/1m  CONF p50   MISSED  CHANGED
| !!  billing      31     0s     1/min   .91 -.02        0  03:04:05 was 30
| !   kyc          12     0s     -       .43 -.43        0  03:00:41 was 11 mode~
|── DRIFT  3 as of 03:12:40 ──────────────────────────────────────── OLD 1m12s ──
| !   crm>mailer: mail.order 1.0.0, 1.1.0 side by side                 20    11m
|── invoice.draft  @4 against @3 ─────── [differences] who uses it history raw ──
| ! /due_date  {type: integer} -> {type: string}  breaks takers and senders of @3
|   /due_note  not named -> {type: string}        harmless
|   confidence.review_below  0 -> 0.2                           harmless: a huma~
|────────────────────────────────────────────────────────────────────────────────
| C-r retries   0 heartbeats missed
| The deadlines keep running without you.
|
| C-r retry  Enter open  Tab pane  ] tab  o handoffs  d diff with  ? help
link connecting 3s
screen
| seam prod-eu-1  [CONNECTING]  -- ev/s              Mon 23 Nov  03:12:40Z  mira
| 1 Now -  2 Flow -  3 Review -  4 Dead -  6 Registry -  7 Log -
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
