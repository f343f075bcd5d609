# Review: the queue, the reasons, and an approval from key to applied.
recording tests/screens/data/night.jsonl
size 80x24
at end
keys 3
screen
keys ]
screen
keys ] ]
screen
keys [ [ [ A
screen
# not what it asks for: nothing is sent
keys Enter
screen
wishes
keys A y
screen
# taken back
keys u
screen
keys A y
wait 6s
screen
wishes
answer ok
screen
# two at once, by their number
keys Space Space A
screen
keys Tab s a m e Tab 2
screen
wait 6s
screen
wishes
answer already_decided approve lee 2026-11-23T03:12:30Z
answer none
screen
# a reject asks for a note
keys Esc G R
screen
keys n o Tab y
screen
keys E
screen
