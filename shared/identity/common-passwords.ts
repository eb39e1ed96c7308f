/**
 * Words and runs of keys from which the most used passwords are made, longest first. A password that is little more than
 * these is refused (OWASP ASVS 5.0, 6.2.4). Digits and look-alike signs around them do not help: see `passwordProblem`.
 */
const WORDS = `
1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc4rfv5tgb qwertyuiopasdfghjkl abcdefghijklmnopqrstuvwxyz zyxwvutsrqponmlkjihgfedcba
1234567890 0987654321 9876543210 0123456789 123456789 987654321 12345678 87654321 1234567 123456 654321 12345 54321
112233445566 11223344 112233 121212 123123 123321 131313 147258369 159753 159357 142536 102030 101010 111111 000000
222222 333333 444444 555555 666666 696969 777777 888888 999999 789456123 456789 567890 135790 246810
qwertyuiop poiuytrewq asdfghjkl lkjhgfdsa zxcvbnm mnbvcxz qwerty ytrewq asdfgh zxcvb qwert asdf zxcv qazwsxedc qazwsx
1q2w3e4r5t 1q2w3e4r 1q2w3e 1qaz2wsx 1qazxsw2 q1w2e3r4t5 q1w2e3r4 q1w2e3 zaq12wsx zaq1zaq1 qweasdzxc qweasd azerty
abcdefghijkl abcdefgh abcdef abcde abc123 a1b2c3d4 a1b2c3 aabbcc xyz123 password passwort passwd passphrase
passcode pass123 pass1234 mypassword letmein letmeinnow openup opensesame sesame trustno1 trustme access accessgranted
accessdenied admin administrator adminadmin root toor superuser superadmin sysadmin webadmin itadmin helpdesk support
supervisor manager default changeme changethis changeit change pleasechange temp temporary temppass initial welcome
welcomeback welcomehome hello hellothere helloworld goodbye guest visitor user username login logon signin master
masterkey secret secrets secretword topsecret private confidential security secure secured unlock locked keyboard
computer laptop desktop internet network server database oracle windows microsoft office outlook google facebook
twitter instagram linkedin youtube amazon apple samsung android iphone myspace yahoo hotmail gmail netflix spotify
company business corporate enterprise employee customer service account accounting finance invoice payment budget
office365 azure teams sharepoint exchange cisco firewall router switch wireless backup recovery portal client tenant
test tester testing test123 test1234 testtest demo demouser demopass sample example trial training student teacher
summer winter autumn spring january february march april june july august september october november december monday
tuesday wednesday thursday friday saturday sunday weekend holiday christmas easter halloween birthday anniversary
football baseball basketball softball hockey soccer tennis golfer golf volleyball swimming running champion champions
liverpool arsenal chelsea manchester barcelona realmadrid juventus bayern yankees lakers cowboys steelers eagles
packers broncos raiders patriots redsox dolphins giants rangers tigers lions bears panthers falcons ravens
monkey dragon tiger lion eagle falcon shark dolphin horse pony puppy doggie kitten kitty cat dog bear wolf panther
cheetah jaguar mustang bronco stallion butterfly chicken rabbit hamster turtle snake spider phoenix unicorn
michael michelle jennifer jessica jordan jordan23 ashley amanda daniel danielle david robert richard thomas william
anthony andrew matthew joshua christopher nicholas nicole natasha samantha stephanie elizabeth victoria charlie
charlotte george hannah harley hunter maggie maria martin melissa patrick rebecca sophie taylor vanessa veronica
batman superman spiderman ironman wolverine starwars startrek skywalker darthvader yoda gandalf hobbit pokemon
pikachu naruto sasuke goku dragonball minecraft fortnite roblox counterstrike warcraft starcraft diablo zelda mario
sonic nintendo playstation xbox gamer gaming hacker matrix neo ninja samurai pirate wizard merlin magic blade killer
shadow knight warrior soldier sniper ranger hunter thunder lightning storm phantom ghost angel angels devil demon
princess queen king prince sunshine sunflower rainbow flower flowers rose blossom diamond crystal golden silver
chocolate cookie cookies cheese banana orange apple cherry strawberry peaches pepper ginger coffee whiskey vodka
iloveyou iloveu ilovegod loveyou lovely lover love forever always together family mother father daddy mommy brother
sister friends friend bestfriend baby babygirl babyboy sweetheart honey sweetie beautiful handsome gorgeous
jesus jesuschrist christ heaven blessed blessing faith freedom liberty america american canada australia england
london paris berlin madrid newyork chicago boston dallas texas california florida phoenix denver seattle
ferrari porsche mercedes corvette mustang camaro toyota honda yamaha harleydavidson chevrolet chevy bmw audi nissan
metallica slipknot nirvana eminem rockstar rocknroll guitar drummer music mozart beethoven beatles elvis
fuckyou fuckoff fuckme fuck asshole bitch bullshit shithead sexy pussy whatever nothing something anything
qwerty123 qwerty1 password1 password12 password123 welcome1 welcome123 admin123 letmein1 monkey123 dragon123
`;

export const COMMON_PASSWORDS: readonly string[] = [...new Set(WORDS.trim().split(/\s+/))]
  .filter((word) => word.length >= 4)
  .sort((a, b) => b.length - a.length);
