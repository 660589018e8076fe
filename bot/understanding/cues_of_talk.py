"""What people say to the bot, or to nobody in particular (see `cues` for how it is written)."""

from __future__ import annotations

TALK = """\
about_me: tiedat minusta/musta, tieto* ~ minusta/musta, minusta/musta ~ tallenn*/tieto*, omat tieto*, henkilotietoni,
  tietoni, minua koskevat, minusta/musta tied*, tietoja ~ musta/minusta, mita ~ minusta/musta, oma tieto*, omaa dataa,
  poista ~ tietoni, mun tiedot, minun tiedot, minun tietoni | vet du/ni om mig,
  uppgift*/personuppgift*/information/data ~ om mig, mina personuppgifter/data, lagrar/lagrat/sparar/sparat ~ om mig,
  vad ~ om mig, mitt data, min data, mina data, radera ~ mina uppgifter | know about me, data ~ me, information ~
  about me, hold/have on me, stored/store/save/hold/have/keep about me, my data/information, my personal data, you
  have on me, you hold on me, you keep on me, you know of me, delete my data, data about me, info on me, what ~ about
  me
help: mita osaat, mita sina/sa osaat, mita voit tehda, miten tata ~ kayt*, miten tama/taa toimii, miten toimit, miten
  sina toimit, mita/milta voin/voi kysya, mita sinulta/sulta voi, mihin sinua, mihin pystyt, miten sinua kayt*, miten
  kaytan sinua/tata, mita komentoja, mika sina olet, miten ~ botti*, mita botti osaa, ohje* ~ botin, auta minua,
  tarvitsen apua, autatko, komennot, opasta, apuva, apuja, apuu, en tajua ~ botti*/tama/taa, en osaa kayttaa, mita
  taalla, mita hyotya, miten kaytan, miten kaytetaan tata, kayttoohje*, neuvoisitko, avuttomana, osaatko auttaa,
  voitko auttaa, voisitko auttaa, mita kaikkea ~ osaat, mihin ~ pystyt, mita teet, mita sa teet, mita varten
  sa/sina/olet, en ymmarra ~ botti*, voiko bot* auttaa, mita ~ sulta/sinulta/silta ~ kysya, mita voi kysya, mita voin
  kysya, mista voin kysya, mita taalla voi, mita talla/talle/taalla ~ tehda/voi, mita tassa voi, mihin tata kaytetaan,
  mita tama/taa tekee, mita tama on, mika taa on, miten tata | vad kan du, hur fungerar du/detta, hur fungerar det
  har, hur anvander jag/man, hur anvands du, vad kan jag fraga, vad kan jag gora har, hjalp mig, kan du hjalpa, vad
  gor du, hur funkar, hur ~ bot/boten, kommandon, fraga dig, jag fattar inte, hur gor man har, bruksanvisning, vad
  duger du, vad kan man gora har, vad kan man fraga, hjalpa mig, forstar inte ~ bot*, vad kan/far man/jag fraga, fraga
  dig om, vad gor den har, vad ar det har for, hur fungerar den | what can you do/help, what can i do here, how does
  this work, how does ~ bot, how do you work, how do i use you/this, what can i ask, what do you do, what are you,
  commands, can you help, help me, need help, i m lost, not sure how, how to use you, how to use this, user guide,
  what are your, what else can you, what are you for, get started, what s this, i don t get/understand ~ bot/you, your
  features/commands, ask you, what sort of things, things can you, can i ask you, what can be done, what is this for,
  what does this do, how does it work, what s this for, how do i start
bot: botti, bottia, botin, botilla, bottiin | bot, boten | bot
chat: hei, heippa, heissan, moi, moikka, moro, terve, terveppa, tervepa, tervehdys, morjens, huomenta, hyvaa, paivaa,
  iltaa, huomen, yota, viikonloppua, joulua, juhannusta, paasiaista, uutta vuotta, kaikille, kiitos, kiitoksia,
  kiitti, kiits, avusta, auttoi, paljon, jees, joo, juu, kylla, ei, okei, ok, hyva, selva, hmm, tosi, hienoa,
  mahtavaa, loistava*, mainio*, kiva, sori, anteeksi, vaara viesti, testi, heh, haha*, oletko
  ihminen/robot*/bot*/teko*/siella, oletko ~ ihminen/robot*/bot*, kuka olet, kuka sina/sa olet/oot, kuka teki sinut,
  kuka sinut, mika on nimesi, mika sun nimi on, mita kuuluu, miten/mites/kuis menee, kerro vitsi, kuinka voit,
  nakemiin, bot, botti, somebot, sulle, sinulle, oikein, tama auttoi, rakastan sinua/sua, ma, sua, oot/olet paras,
  samoin, perkele*, vittu, vitun, saatana*, helvetti, helvetin, hitto, hiton, jumalauta, paska, paskaa, hemmetti,
  hemmetin, pirun, kele, voi ei, voi perkele/vittu/ei/hitto/helvetti/juku/vitsi/luoja, hups, huh, huhhuh, ahaa, aha,
  jaa, jahas, joopa, jep, jeps, moikkelis, moikku, heips, heipa, hellou, morjensta, oiskohan, oot, olet, mukava,
  ihana, mahtava, super, huippu, hyvin, kiitoksii, kiitosta, arvosta*, tyhma, idiootti, turha, lopeta, ole hiljaa,
  turpa kiinni, hullu, mita aijaa, mita jatka, mita teet tanaan, onko sulla/sinulla nimi, vitsi, vitsin, kerro joku
  vitsi, osaatko vitseja, laula, kuka sa oikein, kuka sun, mukavaa, ihanaa, rentouttavaa, oletko
  hereilla/paikalla/elossa/kunnossa/tosissasi, hereilla, kiitokset, tuhannesti, terve vaan, no moi, no hei, paivaa
  taloon, tsau, moimoi, heihei, hei hei, nahdaan, pus, mahtavuutta, jes, tattis, tanks, thanks, sorry, mita
  mies/jatka/kaveri, siita oli, oli apua, oli hyotya, olit avuksi, auttoi paljon, kivasti, huh hellepaiva, ma kiitan,
  hyvin toimii | hej, hejsan, hejda, halla, tjena, god morgon/kvall/dag/jul/natt, godmorgon, morgon, pa dig, tack,
  tackar, tusen tack, sa mycket, ja, nej, okej, bra, jattebra, toppen, fint, snyggt, kul, trevlig helg, ha det bra, ar
  du manniska, ar du en manniska/robot/bot, vem ar du, vem har gjort dig, hur mar du, hur ar laget, laget, vad heter
  du, beratta ett skamt, hur star det till, for hjalpen, valkommen, vi ses, ursakta, fel meddelande, gott nytt ar,
  glad pask, ha en bra dag/helg/kvall, fan, fan ocksa, javla*, javlar, helvete, skit, satan, fasen, usch, oj, oops,
  jaha, okej da, morrn, tjo, tjenare, halla dar, god kvall, stort tack, tack for, duktig, dum, dumma, idiot, hall
  kaften, hall tyst, egentligen, vits, beratta en vits, beratta nagot, skamta, skamt, sjung, alskar dig, puss, kram,
  vad gor du ikvall, du ar bast, ar du, du, snall, sot, ar du vaken, vaken, mar bra, hur star det, tja, tjabba,
  goddag, god fortsattning, ha det, ha det fint, allt bra, lage, tusen tack for, snalla, det var, till hjalp, till
  nytta, jattefint, valdigt, mycket, hjalpsamt, snyggt jobbat, bra jobbat, okej tack | hello, hi, hiya, hey, yo, good
  morning/afternoon/evening/night/job/bot, morning, evening, bye, goodbye, see you, thanks, thank you, thx, ty,
  cheers, a lot, so/very much, for the/your help, that helped/helps, yes, no, yeah, yep, nope, okay, great, nice,
  cool, super, awesome, perfect, wow, lol, sorry, test, wrong message, are you human/real/there, are you a/an
  human/robot/bot/ai, who are/made you, how are you, what s up, whats up, what is/s your name, how s it going, tell me
  a joke, have a nice/good *, well done, you too, there, love you, please, merry christmas, happy new year, you are/re
  *, shit, fuck*, damn, hell, crap, bloody, wtf, omg, ffs, oh, oops, ugh, hm, hmm, gosh, dear, howdy, greetings, good
  day, good evening, gm, np, no problem, no worries, got it, understood, brilliant, excellent, lovely, fantastic,
  good, helpful, useful, ta, many thanks, much appreciated, appreciate*, stupid, idiot, useless, dumb, shut up, i hate
  you, i love you, sing, sing a song, joke, another joke, do you like, do you sleep, what s your name, the best, you
  re, and you, mate, buddy, friend, everyone, all, haha*, lmao, rofl, awake, you awake, you up, night, afternoon, sup,
  ciao, cya, later then, take care, you there, anyone there, anybody home, who dis, test test, testing, yay, ok
  thanks, thats all, that s all, never mind, nevermind, forget it, that was, was, it was, very helpful, well, really,
  much, so, nice one, good job, good one
filler: on, ja, tai, se, ne, niin, siis, eli, no, meidan, meijan, uusi, virallinen, sit, sitten, no niin, hei, kyl,
  kylla, nyt, tuo, tama, taa, se on, ai, ihan, vaikka, sellanen, sellainen, kysymys | och, pa, for, det, den, i, var,
  vart, vara, officiell*, alltsa, ju, val, liksom, nu | the, a, s, of, on, and, for, in, at, our, please, official,
  um, well, so, then, just, now, this, that, one
"""
