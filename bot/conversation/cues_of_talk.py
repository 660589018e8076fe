"""What people say to the bot, or to nobody in particular (see `cues` for how it is written)."""

from __future__ import annotations

TALK = """\
about_me: tiedat minusta/musta, tieto* ~ minusta/musta, minusta/musta ~ tallenn*/tieto*, omat tieto*, henkilotietoni,
  tietoni, minua koskevat, minusta/musta tied* | vet du/ni om mig, uppgift*/personuppgift*/information/data ~ om mig,
  mina personuppgifter/data, lagrar/lagrat/sparar/sparat ~ om mig | know about me, data ~ me, information ~ about me,
  hold/have on me, stored/store/save/hold/have/keep about me, my data/information, my personal data
help: mita osaat, mita sina/sa osaat, mita voit tehda, miten tata ~ kayt*, miten tama/taa toimii, miten toimit, miten
  sina toimit, mita/milta voin/voi kysya, mita sinulta/sulta voi, mihin sinua, mihin pystyt, miten sinua kayt*, miten
  kaytan sinua/tata, mita komentoja, mika sina olet, miten ~ botti*, mita botti osaa, ohje* ~ botin, auta minua,
  tarvitsen apua, autatko, auttaa, komennot, opasta | vad kan du, hur fungerar du/detta, hur fungerar det har, hur
  anvander jag/man, hur anvands du, vad kan jag fraga, vad kan jag gora har, hjalp mig, kan du hjalpa, vad gor du, hur
  funkar, hur ~ bot/boten, kommandon, fraga dig | what can you do/help, what can i do here, how does this work, how
  does ~ bot, how do you work, how do i use you/this, what can i ask, what do you do, what are you, commands, can you
  help, help me, need help
bot: botti, bottia, botin, botilla, bottiin | bot, boten | bot
chat: hei, heippa, heissan, moi, moikka, moro, terve, terveppa, tervepa, tervehdys, morjens, huomenta, hyvaa, paivaa,
  iltaa, huomen, yota, viikonloppua, joulua, juhannusta, paasiaista, uutta vuotta, kaikille, kiitos, kiitoksia,
  kiitti, kiits, avusta, auttoi, paljon, jees, joo, juu, kylla, ei, okei, ok, hyva, selva, hmm, tosi, hienoa,
  mahtavaa, loistava*, mainio*, kiva, sori, anteeksi, vaara viesti, testi, heh, haha*, oletko
  ihminen/robot*/bot*/teko*/siella, oletko ~ ihminen/robot*/bot*, kuka olet, kuka sina/sa olet/oot, kuka teki sinut,
  kuka sinut, mika on nimesi, mika sun nimi on, mita kuuluu, miten/mites/kuis menee, kerro vitsi, kuinka voit,
  nakemiin, bot, botti, somebot, sulle, sinulle, oikein, tama auttoi, rakastan sinua/sua, ma, sua, oot/olet paras,
  samoin | hej, hejsan, hejda, halla, tjena, god morgon/kvall/dag/jul/natt, godmorgon, morgon, pa dig, tack, tackar,
  tusen tack, sa mycket, ja, nej, okej, bra, jattebra, toppen, fint, snyggt, kul, trevlig helg, ha det bra, ar du
  manniska, ar du en manniska/robot/bot, vem ar du, vem har gjort dig, hur mar du, hur ar laget, laget, vad heter du,
  beratta ett skamt, hur star det till, for hjalpen, valkommen, vi ses, ursakta, fel meddelande, gott nytt ar, glad
  pask, ha en bra dag/helg/kvall | hello, hi, hiya, hey, yo, good morning/afternoon/evening/night/job/bot, morning,
  evening, bye, goodbye, see you, thanks, thank you, thx, ty, cheers, a lot, so/very much, for the/your help, that
  helped/helps, yes, no, yeah, yep, nope, okay, great, nice, cool, super, awesome, perfect, wow, lol, sorry, test,
  wrong message, are you human/real/there, are you a/an human/robot/bot/ai, who are/made you, how are you, what s up,
  whats up, what is/s your name, how s it going, tell me a joke, have a nice/good *, well done, you too, there, love
  you, please, merry christmas, happy new year, you are/re *
filler: on, ja, tai, se, ne, niin, siis, eli, no, meidan, meijan, uusi, virallinen | och, pa, for, det, den, i, var,
  vart, vara, officiell* | the, a, s, of, on, and, for, in, at, our, please, official
"""
