<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy_GB" sourcelanguage="en_GB">
<context>
    <name>AboutSection</name>
    <message>
        <source>About Greenlight</source>
        <translation>Ynghylch Greenlight</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Fersiwn {version}</translation>
    </message>
    <message>
        <source>Greenlight vets a school&apos;s photos before they are posted. It works on this computer alone and tells nobody anything; it is free software under the MIT licence.</source>
        <translation>Mae Greenlight yn gwirio lluniau ysgol cyn iddynt gael eu postio. Mae&apos;n gweithio ar y cyfrifiadur hwn yn unig ac nid yw&apos;n dweud dim wrth neb; meddalwedd rydd ydyw o dan drwydded MIT.</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>Built on</source>
        <translation>Wedi&apos;i seilio ar</translation>
    </message>
    <message>
        <source>Libraries and their licences</source>
        <translation>Llyfrgelloedd a&apos;u trwyddedau</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>Llyfrgell</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fersiwn</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Trwydded</translation>
    </message>
</context>
<context>
    <name>AccountSection</name>
    <message>
        <source>My account</source>
        <translation>Fy nghyfrif</translation>
    </message>
    <message>
        <source>Your password is yours alone; nobody can look it up.</source>
        <translation>Chi yn unig biau eich cyfrinair; ni all neb ei weld.</translation>
    </message>
    <message>
        <source>&amp;Present password</source>
        <translation>Cyfrinair &amp;presennol</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Cyfrinair &amp;newydd</translation>
    </message>
    <message>
        <source>Three words of your own are easy to remember</source>
        <translation>Mae tri gair o&apos;ch dewis eich hun yn hawdd eu cofio</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Y cyfrinair newydd &amp;eto</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Newid y cyfrinair</translation>
    </message>
    <message>
        <source>Signed in: {name}</source>
        <translation>Wedi mewngofnodi: {name}</translation>
    </message>
    <message>
        <source>The day of your training is not entered yet.</source>
        <translation>Nid yw diwrnod eich hyfforddiant wedi&apos;i nodi eto.</translation>
    </message>
    <message>
        <source>The policy is reviewed on {day}.</source>
        <translation>Caiff y polisi ei adolygu ar {day}.</translation>
    </message>
    <message>
        <source>They may say go live on those days.</source>
        <translation>Gallant ddweud ewch yn fyw ar y dyddiau hynny.</translation>
    </message>
    <message>
        <source>Taken back. It ends at once.</source>
        <translation>Wedi&apos;i dynnu&apos;n ôl. Daw i ben ar unwaith.</translation>
    </message>
    <message>
        <source>Forget this computer? From now on it asks for the password again.</source>
        <translation>Anghofio&apos;r cyfrifiadur hwn? O hyn ymlaen mae&apos;n gofyn am y cyfrinair eto.</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Ei anghofio</translation>
    </message>
    <message>
        <source>Forgotten.</source>
        <translation>Wedi&apos;i anghofio.</translation>
    </message>
    <message>
        <source>The new password was not typed the same twice.</source>
        <translation>Ni theipiwyd y cyfrinair newydd yr un fath ddwywaith.</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Mae&apos;r cyfrinair wedi&apos;i newid.</translation>
    </message>
</context>
<context>
    <name>AddressDialog</name>
    <message>
        <source>The post on {platform}</source>
        <translation>Y postiad ar {platform}</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>Ei gofnodi</translation>
    </message>
    <message>
        <source>So that it can be found and taken down when a permission ends.</source>
        <translation>Fel y gellir dod o hyd iddo a&apos;i dynnu i lawr pan ddaw caniatâd i ben.</translation>
    </message>
    <message>
        <source>&amp;Address of the post</source>
        <translation>&amp;Cyfeiriad y postiad</translation>
    </message>
    <message>
        <source>Copied from the browser, such as https://…</source>
        <translation>Wedi&apos;i gopïo o&apos;r porwr, megis https://…</translation>
    </message>
    <message>
        <source>The same for the other {copies} of this batch there</source>
        <translation>Yr un peth ar gyfer y lleill o&apos;r swp hwn yno: {copies}</translation>
    </message>
    <message>
        <source>Type the address of the post.</source>
        <translation>Teipiwch gyfeiriad y postiad.</translation>
    </message>
</context>
<context>
    <name>Addressing</name>
    <message>
        <source>The address is put down.</source>
        <translation>Mae&apos;r cyfeiriad wedi&apos;i gofnodi.</translation>
    </message>
</context>
<context>
    <name>AnswerDialog</name>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ateb</translation>
    </message>
    <message>
        <source>Who gave it</source>
        <translation>Pwy a&apos;i rhoddodd</translation>
    </message>
    <message>
        <source>It ends on a day</source>
        <translation>Daw i ben ar ddiwrnod penodol</translation>
    </message>
    <message>
        <source>Scan of the paper</source>
        <translation>Sgan o&apos;r papur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>dim</translation>
    </message>
    <message>
        <source>For which platforms</source>
        <translation>Ar gyfer pa blatfformau</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Cofnodi</translation>
    </message>
    <message>
        <source>Each pupil&apos;s parent or carer who is named first</source>
        <translation>Y rhiant neu&apos;r gofalwr cyntaf a enwir ar gyfer pob disgybl</translation>
    </message>
    <message>
        <source>Each person themselves</source>
        <translation>Pob person drosto&apos;i hun</translation>
    </message>
    <message>
        <source>{n} people</source>
        <translation>{n} o bobl</translation>
    </message>
    <message>
        <source>Record an answer: {whom}</source>
        <translation>Cofnodi ateb: {whom}</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Ynghylch</translation>
    </message>
    <message>
        <source>A&amp;nswer</source>
        <translation>A&amp;teb</translation>
    </message>
    <message>
        <source>&amp;Who gave it</source>
        <translation>&amp;Pwy a&apos;i rhoddodd</translation>
    </message>
    <message>
        <source>&amp;Day on which it was given</source>
        <translation>&amp;Diwrnod ei roi</translation>
    </message>
    <message>
        <source>Last day on which it counts</source>
        <translation>Y diwrnod olaf y mae&apos;n cyfrif</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Ffurflen</translation>
    </message>
    <message>
        <source>Which wording was signed, and where the paper lies</source>
        <translation>Pa eiriad a lofnodwyd, a ble mae&apos;r papur</translation>
    </message>
    <message>
        <source>&amp;Scan of the paper</source>
        <translation>&amp;Sgan o&apos;r papur</translation>
    </message>
    <message>
        <source>Tick at least one platform.</source>
        <translation>Ticiwch o leiaf un platfform.</translation>
    </message>
    <message>
        <source>A yes needs its form: which wording was signed, and where it lies.</source>
        <translation>Mae angen ffurflen ar gyfer caniatâd: pa eiriad a lofnodwyd, a ble mae&apos;r papur.</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>As the computer</source>
        <translation>Fel y cyfrifiadur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Golau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tywyll</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Cyferbyniad uchel</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Lliwiau</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Maint y testun</translation>
    </message>
    <message>
        <source>{n} %</source>
        <translation>{n} %</translation>
    </message>
    <message>
        <source>Language and look</source>
        <translation>Iaith a golwg</translation>
    </message>
    <message>
        <source>These hold for whoever uses this computer account, and change nothing of the school&apos;s.</source>
        <translation>Mae&apos;r rhain yn gymwys i bwy bynnag sy&apos;n defnyddio&apos;r cyfrif cyfrifiadur hwn, ac nid ydynt yn newid dim o eiddo&apos;r ysgol.</translation>
    </message>
    <message>
        <source>The words and sizes change when the work in hand is done.</source>
        <translation>Bydd y geiriau a&apos;r meintiau&apos;n newid pan fydd y gwaith presennol wedi&apos;i orffen.</translation>
    </message>
</context>
<context>
    <name>ApproveAnswers</name>
    <message>
        <source>Say go live to {photos}, each exactly as you saw it?</source>
        <translation>Dweud mynd yn fyw wrth {photos}, pob un yn union fel y&apos;i gwelsoch?</translation>
    </message>
    <message>
        <source>Go live with {photos}</source>
        <translation>Mynd yn fyw: {photos}</translation>
    </message>
    <message>
        <source>{photos} may go live. They wait under Deliver.</source>
        <translation>Caiff {photos} fynd yn fyw. Maent yn aros o dan Dosbarthu.</translation>
    </message>
    <message>
        <source>One more person must say go live to {photos}.</source>
        <translation>Rhaid i un person arall ddweud mynd yn fyw wrth {photos}.</translation>
    </message>
    <message>
        <source>Sent back to the office. Nothing of it was published.</source>
        <translation>Anfonwyd yn ôl i&apos;r swyddfa. Ni chyhoeddwyd dim ohono.</translation>
    </message>
</context>
<context>
    <name>ApproveFrame</name>
    <message>
        <source>Send back</source>
        <translation>Anfon yn ôl</translation>
    </message>
    <message>
        <source>Next unseen</source>
        <translation>Nesaf heb ei weld</translation>
    </message>
    <message>
        <source>Go to the next photo or platform that you have not seen yet</source>
        <translation>Mynd i&apos;r llun neu&apos;r platfform nesaf nad ydych wedi&apos;i weld eto</translation>
    </message>
    <message>
        <source>Send back…</source>
        <translation>Anfon yn ôl…</translation>
    </message>
    <message>
        <source>Back to the office with a word on why</source>
        <translation>Yn ôl i&apos;r swyddfa gyda gair am y rheswm</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Mynd yn fyw</translation>
    </message>
    <message>
        <source>This photo may go out exactly as it is shown</source>
        <translation>Caiff y llun hwn fynd allan yn union fel y&apos;i dangosir</translation>
    </message>
    <message>
        <source>Who can be seen, and what was decided by hand</source>
        <translation>Pwy sydd i&apos;w weld, a beth a benderfynwyd â llaw</translation>
    </message>
    <message>
        <source>{seen} of {total} seen</source>
        <translation>Gwelwyd {seen} o {total}</translation>
    </message>
    <message>
        <source>Go live with all {n}</source>
        <translation>Mynd yn fyw â phob un o&apos;r {n}</translation>
    </message>
    <message>
        <source>Possible when each photo was seen as each platform shows it</source>
        <translation>Yn bosibl pan fydd pob llun wedi&apos;i weld fel y mae pob platfform yn ei ddangos</translation>
    </message>
    <message>
        <source>You stand in for {name}: you say go live in their place, and the log says so.</source>
        <translation>Rydych yn sefyll dros {name}: chi sy&apos;n dweud y caiff llun fynd yn fyw yn eu lle, ac mae&apos;r log yn dweud hynny.</translation>
    </message>
    <message>
        <source>I looked at {link}</source>
        <translation>Edrychais ar {link}</translation>
    </message>
    <message>
        <source>The photos that wait</source>
        <translation>Y lluniau sy&apos;n aros</translation>
    </message>
    <message>
        <source>What happens to whom, and why</source>
        <translation>Beth sy&apos;n digwydd i bwy, a pham</translation>
    </message>
</context>
<context>
    <name>ApprovePage</name>
    <message>
        <source>Nothing waits for approval</source>
        <translation>Nid oes dim yn aros am gymeradwyaeth</translation>
    </message>
    <message>
        <source>When a colleague has prepared photos, they wait here for a second person.</source>
        <translation>Pan fydd cydweithiwr wedi paratoi lluniau, byddant yn aros yma am ail berson.</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Dosbarthu</translation>
    </message>
    <message>
        <source>You prepared photos of this batch, so a colleague must say go live.</source>
        <translation>Chi a baratôdd luniau yn y swp hwn, felly rhaid i gydweithiwr ddweud mynd yn fyw.</translation>
    </message>
    <message>
        <source>You may look. Someone who approves must say go live.</source>
        <translation>Cewch edrych. Rhaid i rywun sy&apos;n cymeradwyo ddweud mynd yn fyw.</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>Newid defnyddiwr</translation>
    </message>
    <message>
        <source>Look at it first as each platform shows it: press N.</source>
        <translation>Edrychwch arno yn gyntaf fel y mae pob platfform yn ei ddangos: pwyswch N.</translation>
    </message>
    <message>
        <source>Look at the links in its words first, and tick each.</source>
        <translation>Edrychwch ar y dolenni yn ei eiriau yn gyntaf, a thiciwch bob un.</translation>
    </message>
    <message>
        <source>This photo would not be published on {platform}.</source>
        <translation>Ni fyddai&apos;r llun hwn yn cael ei gyhoeddi ar {platform}.</translation>
    </message>
    <message>
        <source>Making the picture as it would be published…</source>
        <translation>Wrthi&apos;n gwneud y llun fel y byddai&apos;n cael ei gyhoeddi…</translation>
    </message>
    <message>
        <source>You have seen every photo of this batch.</source>
        <translation>Rydych wedi gweld pob llun yn y swp hwn.</translation>
    </message>
</context>
<context>
    <name>ArrivedDialog</name>
    <message>
        <source>The copy is there</source>
        <translation>Mae&apos;r copi yno</translation>
    </message>
    <message>
        <source>It is there</source>
        <translation>Mae yno</translation>
    </message>
    <message>
        <source>It counts as posted from now on, and is not sent again. Deliver the batch again for what is left.</source>
        <translation>Mae&apos;n cyfrif fel wedi&apos;i bostio o hyn ymlaen, ac nid yw&apos;n cael ei anfon eto. Dosbarthwch y swp eto ar gyfer yr hyn sydd ar ôl.</translation>
    </message>
    <message>
        <source>&amp;Address of the post</source>
        <translation>&amp;Cyfeiriad y postiad</translation>
    </message>
    <message>
        <source>So that it can be found and taken down; may be empty</source>
        <translation>Fel y gellir dod o hyd iddo a&apos;i dynnu i lawr; gall fod yn wag</translation>
    </message>
</context>
<context>
    <name>AskDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backup and recovery key</source>
        <translation>Copi wrth gefn ac allwedd adfer</translation>
    </message>
    <message>
        <source>A backup is encrypted like the register itself. Photos are not in it.</source>
        <translation>Mae copi wrth gefn wedi&apos;i amgryptio fel y gofrestr ei hun. Nid yw&apos;r lluniau ynddo.</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>Copi wrth gefn</translation>
    </message>
    <message>
        <source>Make one after larger changes, and keep it where this computer is not.</source>
        <translation>Gwnewch un ar ôl newidiadau mawr, a&apos;i gadw mewn man gwahanol i&apos;r cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>Make a backup…</source>
        <translation>Gwneud copi wrth gefn…</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Allwedd adfer</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>Yr allwedd adfer</translation>
    </message>
    <message>
        <source>&amp;Type the key back</source>
        <translation>&amp;Teipiwch yr allwedd yn ôl</translation>
    </message>
    <message>
        <source>Make a new key…</source>
        <translation>Gwneud allwedd newydd…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Argraffu…</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Cadarnhau</translation>
    </message>
    <message>
        <source>The key was not typed back yet. If you do not have it on paper, make a new one.</source>
        <translation>Nid yw&apos;r allwedd wedi&apos;i theipio&apos;n ôl eto. Os nad yw gennych ar bapur, gwnewch un newydd.</translation>
    </message>
    <message>
        <source>Typed back on {day}.</source>
        <translation>Teipiwyd yn ôl ar {day}.</translation>
    </message>
    <message>
        <source>Where the backup goes</source>
        <translation>I ble mae&apos;r copi wrth gefn yn mynd</translation>
    </message>
    <message>
        <source>Backups (*.greenlight)</source>
        <translation>Copïau wrth gefn (*.greenlight)</translation>
    </message>
    <message>
        <source>Writing the backup…</source>
        <translation>Wrthi&apos;n ysgrifennu&apos;r copi wrth gefn…</translation>
    </message>
    <message>
        <source>The backup is written. Its fingerprint: {digest}</source>
        <translation>Mae&apos;r copi wrth gefn wedi&apos;i ysgrifennu. Ei ôl bys: {digest}</translation>
    </message>
    <message>
        <source>Make a new recovery key? The one on paper opens nothing any more.</source>
        <translation>Gwneud allwedd adfer newydd? Ni fydd yr un ar bapur yn agor dim mwyach.</translation>
    </message>
    <message>
        <source>Make a new key</source>
        <translation>Gwneud allwedd newydd</translation>
    </message>
    <message>
        <source>The key on paper is the right one.</source>
        <translation>Yr allwedd ar bapur yw&apos;r un gywir.</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>The photo</source>
        <translation>Y llun</translation>
    </message>
    <message>
        <source>As it would be published</source>
        <translation>Fel y byddai&apos;n cael ei gyhoeddi</translation>
    </message>
</context>
<context>
    <name>BringInPage</name>
    <message>
        <source>Folder</source>
        <translation>Ffolder</translation>
    </message>
    <message>
        <source>Choose the folder with the photos</source>
        <translation>Dewiswch y ffolder gyda&apos;r lluniau</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Teitl</translation>
    </message>
    <message>
        <source>What the photos are of, such as Sports day</source>
        <translation>Beth sydd yn y lluniau, er enghraifft Diwrnod mabolgampau</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Dod i mewn</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ffolder</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Teitl</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Ar gyfer</translation>
    </message>
    <message>
        <source>The photos are copied and locked away on this computer. Originals on the school&apos;s own devices stay there; on other approved devices they are deleted when their copies are proven.</source>
        <translation>Caiff y lluniau eu copïo a&apos;u cloi ar y cyfrifiadur hwn. Mae&apos;r rhai gwreiddiol ar ddyfeisiau&apos;r ysgol ei hun yn aros yno; ar ddyfeisiau eraill a gymeradwywyd fe&apos;u dilëir pan fydd eu copïau wedi&apos;u profi.</translation>
    </message>
    <message>
        <source>{photos} were brought in and not looked at yet. They are safe.</source>
        <translation>Daethpwyd â {photos} i mewn heb edrych arnynt eto. Maent yn ddiogel.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Mynd ymlaen</translation>
    </message>
    <message>
        <source>Choose the folder with the photos first.</source>
        <translation>Dewiswch y ffolder gyda&apos;r lluniau yn gyntaf.</translation>
    </message>
    <message>
        <source>Choose at least one platform.</source>
        <translation>Dewiswch o leiaf un platfform.</translation>
    </message>
    <message>
        <source>Photos of {day}</source>
        <translation>Lluniau {day}</translation>
    </message>
    <message>
        <source>Looking for photos…</source>
        <translation>Wrthi&apos;n chwilio am luniau…</translation>
    </message>
    <message>
        <source>Copying: {done} of {total}</source>
        <translation>Copïo: {done} o {total}</translation>
    </message>
    <message>
        <source>Deleting originals on the device: {done} of {total}</source>
        <translation>Dileu&apos;r rhai gwreiddiol ar y ddyfais: {done} o {total}</translation>
    </message>
    <message>
        <source>Looking at the photos: {done} of {total}</source>
        <translation>Edrych ar y lluniau: {done} o {total}</translation>
    </message>
    <message>
        <source>{files} could not be used</source>
        <translation>Ni ellid defnyddio {files}</translation>
    </message>
    <message>
        <source>You can begin to review; the other photos come to you as they are looked at.</source>
        <translation>Gallwch ddechrau adolygu; daw&apos;r lluniau eraill atoch wrth iddynt gael eu harchwilio.</translation>
    </message>
    <message>
        <source>The photos are in.</source>
        <translation>Mae&apos;r lluniau i mewn.</translation>
    </message>
    <message>
        <source>Stopped. What was finished is kept and safe; you can go on later.</source>
        <translation>Wedi stopio. Mae&apos;r hyn a orffennwyd wedi&apos;i gadw ac yn ddiogel; gallwch fynd ymlaen yn nes ymlaen.</translation>
    </message>
    <message>
        <source>No photo was added: what is in this folder is here already or could not be used.</source>
        <translation>Ni ychwanegwyd yr un llun: mae&apos;r hyn sydd yn y ffolder hon yma eisoes neu ni ellid ei ddefnyddio.</translation>
    </message>
    <message>
        <source>Review now</source>
        <translation>Adolygu nawr</translation>
    </message>
</context>
<context>
    <name>CaptionWordsCard</name>
    <message>
        <source>Words in captions</source>
        <translation>Geiriau mewn capsiynau</translation>
    </message>
    <message>
        <source>Greenlight brings a list of swear words and slang. Put commas between your own words.</source>
        <translation>Mae Greenlight yn dod â rhestr o regfeydd a slang. Rhowch atalnodau rhwng eich geiriau eich hun.</translation>
    </message>
    <message>
        <source>Words that may not stand in a ca&amp;ption</source>
        <translation>Geiriau na chânt fod mewn ca&amp;psiwn</translation>
    </message>
    <message>
        <source>Words that &amp;give a hint and no more</source>
        <translation>Geiriau sy&apos;n rhoi aw&amp;grym a dim mwy</translation>
    </message>
    <message>
        <source>Words of the list that are fine he&amp;re</source>
        <translation>Geiriau o&apos;r rhestr sy&apos;n iawn y&amp;ma</translation>
    </message>
    <message>
        <source>Change these words</source>
        <translation>Newid y geiriau hyn</translation>
    </message>
</context>
<context>
    <name>CarerFields</name>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>What they are to the person</source>
        <translation>Beth ydynt i&apos;r person</translation>
    </message>
    <message>
        <source>mother, father, …</source>
        <translation>mam, tad, …</translation>
    </message>
    <message>
        <source>has parental responsibility</source>
        <translation>â chyfrifoldeb rhiant</translation>
    </message>
    <message>
        <source>Take off the record</source>
        <translation>Tynnu oddi ar y cofnod</translation>
    </message>
    <message>
        <source>Has answered or was told, and so stays on the record.</source>
        <translation>Wedi ateb neu wedi cael gwybod, ac felly&apos;n aros ar y cofnod.</translation>
    </message>
    <message>
        <source>the new carer</source>
        <translation>y gofalwr newydd</translation>
    </message>
    <message>
        <source>{words}: {carer}</source>
        <translation>{words}: {carer}</translation>
    </message>
</context>
<context>
    <name>CarerLine</name>
    <message>
        <source>Column with a carer&apos;s name</source>
        <translation>Colofn ag enw gofalwr</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Dewiswch golofn</translation>
    </message>
    <message>
        <source>mother, father, …</source>
        <translation>mam, tad, …</translation>
    </message>
    <message>
        <source>What the carer is to the pupil</source>
        <translation>Beth yw&apos;r gofalwr i&apos;r disgybl</translation>
    </message>
    <message>
        <source>has parental responsibility</source>
        <translation>â chyfrifoldeb rhiant</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Gadael allan</translation>
    </message>
    <message>
        <source>Leave this carer out</source>
        <translation>Gadael y gofalwr hwn allan</translation>
    </message>
</context>
<context>
    <name>CarersDialog</name>
    <message>
        <source>Parents and carers of {name}</source>
        <translation>Rhieni a gofalwyr {name}</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>The yes of a carer counts only with parental responsibility; a no always counts. Where someone no longer answers for the child, take the tick away: what they said stays on the record.</source>
        <translation>Dim ond gyda chyfrifoldeb rhiant y mae ie gofalwr yn cyfrif; mae na bob amser yn cyfrif. Lle nad yw rhywun yn ateb dros y plentyn mwyach, tynnwch y tic: mae&apos;r hyn a ddywedodd yn aros ar y cofnod.</translation>
    </message>
    <message>
        <source>Add a parent or carer</source>
        <translation>Ychwanegu rhiant neu ofalwr</translation>
    </message>
    <message>
        <source>Type a name, or what this person is to them.</source>
        <translation>Teipiwch enw, neu beth yw&apos;r person hwn iddynt.</translation>
    </message>
    <message>
        <source>Two of them have the same name: tell them apart.</source>
        <translation>Mae gan ddau ohonynt yr un enw: gwahaniaethwch rhyngddynt.</translation>
    </message>
</context>
<context>
    <name>ChangePersonDialog</name>
    <message>
        <source>Change {name}</source>
        <translation>Newid {name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Newid</translation>
    </message>
    <message>
        <source>The next roll may say otherwise: then correct it in the school&apos;s own records, too.</source>
        <translation>Gall y gofrestr nesaf ddweud yn wahanol: cywirwch hyn yng nghofnodion yr ysgol hefyd.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Enw</translation>
    </message>
    <message>
        <source>As on official papers</source>
        <translation>Fel ar bapurau swyddogol</translation>
    </message>
    <message>
        <source>&amp;Known as</source>
        <translation>&amp;Adwaenir fel</translation>
    </message>
    <message>
        <source>Only where it differs</source>
        <translation>Dim ond lle mae&apos;n wahanol</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Dosbarth</translation>
    </message>
    <message>
        <source>&amp;Year</source>
        <translation>&amp;Blwyddyn</translation>
    </message>
    <message>
        <source>N&amp;umber</source>
        <translation>&amp;Rhif</translation>
    </message>
    <message>
        <source>In the school&apos;s own records</source>
        <translation>Yng nghofnodion yr ysgol ei hun</translation>
    </message>
    <message>
        <source>U&amp;PN</source>
        <translation>U&amp;PN</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>Teipiwch yr enw.</translation>
    </message>
    <message>
        <source>This is no UPN: one of its thirteen places is mistyped.</source>
        <translation>Nid UPN yw hwn: mae un o&apos;i dri lle ar ddeg wedi&apos;i gamdeipio.</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Kinds of change</source>
        <translation>Mathau o newid</translation>
    </message>
    <message>
        <source>Whom it is about</source>
        <translation>Pwy mae&apos;n ymwneud â nhw</translation>
    </message>
    <message>
        <source>{what}: {n}</source>
        <translation>{what}: {n}</translation>
    </message>
    <message>
        <source>{n} stay as they are.</source>
        <translation>Mae {n} yn aros fel y maent.</translation>
    </message>
    <message>
        <source>The file and the register are the same. There is nothing to take over.</source>
        <translation>Mae&apos;r ffeil a&apos;r gofrestr yr un fath. Nid oes dim i&apos;w drosglwyddo.</translation>
    </message>
    <message>
        <source>No one leaves: a row without a number could be anyone.</source>
        <translation>Nid oes neb yn gadael: gallai rhes heb rif fod yn unrhyw un.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Rhif</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Dosbarth</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Beth sy&apos;n newid</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Cyn</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Ar ôl</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Ymuno</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Gadael</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Dychwelyd</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Newid</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Caniatadau</translation>
    </message>
    <message>
        <source>Not recorded</source>
        <translation>Heb eu cofnodi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pam</translation>
    </message>
    <message>
        <source>Neither yes nor no</source>
        <translation>Nid ie na nage</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Rhes</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Colofn</translation>
    </message>
    <message>
        <source>Posts to take down</source>
        <translation>Postiadau i&apos;w tynnu i lawr</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>Rhesi a wrthodwyd</translation>
    </message>
</context>
<context>
    <name>ChoosePhotosDialog</name>
    <message>
        <source>Which photos?</source>
        <translation>Pa luniau?</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Pob un</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Dim</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Take {photos}</source>
        <translation>Cymryd {photos}</translation>
    </message>
    <message>
        <source>{n} of {total} ticked. What was brought in before begins without a tick.</source>
        <translation>{n} o {total} wedi&apos;u ticio. Mae&apos;r hyn y daethpwyd ag ef i mewn o&apos;r blaen yn dechrau heb dic.</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Choose photos…</source>
        <translation>Dewis lluniau…</translation>
    </message>
    <message>
        <source>Only some of the photos there; without it all of them are brought in</source>
        <translation>Dim ond rhai o&apos;r lluniau yno; hebddo deuir â phob un i mewn</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Pob llun</translation>
    </message>
    <message>
        <source>There is no photo in this folder.</source>
        <translation>Nid oes llun yn y ffolder hon.</translation>
    </message>
    <message>
        <source>{photos} of {total} chosen</source>
        <translation>{photos} o {total} wedi&apos;u dewis</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>This computer&apos;s clock</source>
        <translation>Cloc y cyfrifiadur hwn</translation>
    </message>
    <message>
        <source>The clock is right now…</source>
        <translation>Mae&apos;r cloc yn gywir nawr…</translation>
    </message>
    <message>
        <source>The log has seen {day}, {time}, and this computer&apos;s clock has not come to that. Permissions are judged by the log until then, so that what has run out does not count again. If the clock is wrong, set it right in the system. If it was ahead before and is right now, a second lead agrees here that it counts again.</source>
        <translation>Mae&apos;r log wedi gweld {day}, {time}, ac nid yw cloc y cyfrifiadur hwn wedi cyrraedd hynny. Bernir caniatadau yn ôl y log tan hynny, fel nad yw&apos;r hyn sydd wedi dod i ben yn cyfrif eto. Os yw&apos;r cloc yn anghywir, cywirwch ef yn y system. Os oedd ar y blaen o&apos;r blaen ac yn gywir nawr, mae ail arweinydd yn cytuno yma ei fod yn cyfrif eto.</translation>
    </message>
</context>
<context>
    <name>ComputersCard</name>
    <message>
        <source>Computers that open by themselves</source>
        <translation>Cyfrifiaduron sy&apos;n agor ohonynt eu hunain</translation>
    </message>
    <message>
        <source>They start without a password. Forget one that is lost, sold or no longer yours.</source>
        <translation>Maent yn dechrau heb gyfrinair. Anghofiwch un sydd ar goll, wedi&apos;i werthu neu nad yw&apos;n eiddo i chi mwyach.</translation>
    </message>
    <message>
        <source>Forget this computer…</source>
        <translation>Anghofio&apos;r cyfrifiadur hwn…</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Pwy biau</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Ers</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marc</translation>
    </message>
</context>
<context>
    <name>ConfirmDialog</name>
    <message>
        <source>Not now</source>
        <translation>Dim nawr</translation>
    </message>
</context>
<context>
    <name>ConsentLine</name>
    <message>
        <source>Column with answers</source>
        <translation>Colofn gydag atebion</translation>
    </message>
    <message>
        <source>Choose a column</source>
        <translation>Dewiswch golofn</translation>
    </message>
    <message>
        <source>What the answers are about</source>
        <translation>Am beth mae&apos;r atebion</translation>
    </message>
    <message>
        <source>What a yes in it means</source>
        <translation>Beth mae ie ynddi yn ei olygu</translation>
    </message>
    <message>
        <source>A yes agrees</source>
        <translation>Mae ie yn cytuno</translation>
    </message>
    <message>
        <source>A yes objects</source>
        <translation>Mae ie yn gwrthwynebu</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Gadael allan</translation>
    </message>
    <message>
        <source>Leave this column out</source>
        <translation>Gadael y golofn hon allan</translation>
    </message>
</context>
<context>
    <name>Deleting</name>
    <message>
        <source>Delete this photo on this computer, with what was corrected or approved in it? That cannot be taken back. The original on the school&apos;s own device is not touched.</source>
        <translation>Dileu&apos;r llun hwn ar y cyfrifiadur hwn, gyda&apos;r hyn a gywirwyd neu a gymeradwywyd ynddo? Ni ellir dadwneud hynny. Ni chyffyrddir â&apos;r gwreiddiol ar ddyfais yr ysgol ei hun.</translation>
    </message>
    <message>
        <source>Delete {photos} on this computer, with what was corrected or approved in them? That cannot be taken back. The originals on the school&apos;s own device are not touched.</source>
        <translation>Dileu {photos} ar y cyfrifiadur hwn, gyda&apos;r hyn a gywirwyd neu a gymeradwywyd ynddynt? Ni ellir dadwneud hynny. Ni chyffyrddir â&apos;r rhai gwreiddiol ar ddyfais yr ysgol ei hun.</translation>
    </message>
    <message>
        <source>Delete {photos}</source>
        <translation>Dileu {photos}</translation>
    </message>
    <message>
        <source>The photos are deleted when the work in hand is done.</source>
        <translation>Caiff y lluniau eu dileu pan fydd y gwaith presennol wedi&apos;i orffen.</translation>
    </message>
    <message>
        <source>Deleting: {done} of {total}</source>
        <translation>Dileu: {done} o {total}</translation>
    </message>
    <message>
        <source>Deleted on this computer: {photos}. The original on the school&apos;s device is not touched.</source>
        <translation>Wedi&apos;u dileu ar y cyfrifiadur hwn: {photos}. Ni chyffyrddir â&apos;r gwreiddiol ar ddyfais yr ysgol.</translation>
    </message>
</context>
<context>
    <name>DeliverPage</name>
    <message>
        <source>Batch</source>
        <translation>Swp</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ffolder</translation>
    </message>
    <message>
        <source>Choose where the copies go</source>
        <translation>Dewiswch i ble mae&apos;r copïau&apos;n mynd</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Dosbarthu</translation>
    </message>
    <message>
        <source>&amp;Batch</source>
        <translation>&amp;Swp</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ffolder</translation>
    </message>
    <message>
        <source>Enter its address…</source>
        <translation>Nodi ei gyfeiriad…</translation>
    </message>
    <message>
        <source>Each copy is checked as a stranger would see it, sent, and compared with what arrived. Only then is the photo deleted on this computer.</source>
        <translation>Caiff pob copi ei wirio fel y byddai dieithryn yn ei weld, ei anfon, a&apos;i gymharu â&apos;r hyn a gyrhaeddodd. Dim ond wedyn y caiff y llun ei ddileu ar y cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>Nothing to deliver</source>
        <translation>Dim i&apos;w ddosbarthu</translation>
    </message>
    <message>
        <source>Photos wait here once a second person has said go live.</source>
        <translation>Mae lluniau&apos;n aros yma unwaith y bydd ail berson wedi dweud mynd yn fyw.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Hafan</translation>
    </message>
    <message>
        <source>Deliver {batch}</source>
        <translation>Dosbarthu {batch}</translation>
    </message>
    <message>
        <source>Choose the folder for the copies first.</source>
        <translation>Dewiswch y ffolder ar gyfer y copïau yn gyntaf.</translation>
    </message>
    <message>
        <source>Deliver {photos}? What is proven to be out is then deleted on this computer.</source>
        <translation>Dosbarthu {photos}? Yna dilëir ar y cyfrifiadur hwn yr hyn y profwyd ei fod allan.</translation>
    </message>
    <message>
        <source>Deliver and delete {photos}</source>
        <translation>Dosbarthu a dileu {photos}</translation>
    </message>
    <message>
        <source>{platform}: {out} of {total}</source>
        <translation>{platform}: {out} o {total}</translation>
    </message>
    <message>
        <source>Preparing the copies…</source>
        <translation>Wrthi&apos;n paratoi&apos;r copïau…</translation>
    </message>
    <message>
        <source>Everything is out.</source>
        <translation>Mae popeth allan.</translation>
    </message>
    <message>
        <source>Stopped. What is out is on record; the rest is safe here and can go on.</source>
        <translation>Wedi stopio. Mae&apos;r hyn sydd allan wedi&apos;i gofnodi; mae&apos;r gweddill yn ddiogel yma a gall fynd ymlaen.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Agor y ffolder</translation>
    </message>
    <message>
        <source>Written, checked and deleted here: {done} of {total}</source>
        <translation>Wedi&apos;u hysgrifennu, eu gwirio a&apos;u dileu yma: {done} o {total}</translation>
    </message>
    <message>
        <source>Some photos could not go out; they are safe here.</source>
        <translation>Ni allai rhai lluniau fynd allan; maent yn ddiogel yma.</translation>
    </message>
    <message>
        <source>{copies} went out. {photos} were deleted on this computer: their keys are destroyed.</source>
        <translation>Aeth {copies} allan. Dilëwyd {photos} ar y cyfrifiadur hwn: mae eu hallweddi wedi&apos;u dinistrio.</translation>
    </message>
    <message>
        <source>Change its address…</source>
        <translation>Newid ei gyfeiriad…</translation>
    </message>
</context>
<context>
    <name>DeliveredTable</name>
    <message>
        <source>Photo</source>
        <translation>Llun</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Ffeil</translation>
    </message>
    <message>
        <source>The photo here</source>
        <translation>Y llun yma</translation>
    </message>
    <message>
        <source>Address of the post</source>
        <translation>Cyfeiriad y postiad</translation>
    </message>
    <message>
        <source>The files that went out</source>
        <translation>Y ffeiliau a aeth allan</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>wedi&apos;i ddileu</translation>
    </message>
    <message>
        <source>still here</source>
        <translation>yma o hyd</translation>
    </message>
    <message>
        <source>Fingerprint: {hash}</source>
        <translation>Ôl bys: {hash}</translation>
    </message>
</context>
<context>
    <name>DestinationDialog</name>
    <message>
        <source>Add a destination</source>
        <translation>Ychwanegu cyrchfan</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ychwanegu</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Math</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Math</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Enw</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Cyfeiriad</translation>
    </message>
    <message>
        <source>Not for folders</source>
        <translation>Nid ar gyfer ffolderi</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ffolder</translation>
    </message>
    <message>
        <source>For a share or bucket: its name first</source>
        <translation>Ar gyfer cyfran neu fwced: ei enw yn gyntaf</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Enw &amp;defnyddiwr</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>C&amp;yfrinair</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Teipiwch enw.</translation>
    </message>
</context>
<context>
    <name>DestinationsSection</name>
    <message>
        <source>Where copies go</source>
        <translation>I ble mae copïau&apos;n mynd</translation>
    </message>
    <message>
        <source>A platform without a destination asks for a folder each time. Passwords stay in the register.</source>
        <translation>Mae platfform heb gyrchfan yn gofyn am ffolder bob tro. Mae cyfrineiriau&apos;n aros yn y gofrestr.</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Cyrchfannau</translation>
    </message>
    <message>
        <source>Add a destination…</source>
        <translation>Ychwanegu cyrchfan…</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Rhoi cynnig arni</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Tynnu…</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>Its copies go to</source>
        <translation>Mae ei gopïau&apos;n mynd i</translation>
    </message>
    <message>
        <source>Send its copies there</source>
        <translation>Anfon ei gopïau yno</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Platfformau</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Math</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Cyfeiriad</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ffolder</translation>
    </message>
    <message>
        <source>Used by</source>
        <translation>Defnyddir gan</translation>
    </message>
    <message>
        <source>a folder that is chosen each time</source>
        <translation>ffolder a ddewisir bob tro</translation>
    </message>
    <message>
        <source>Added. Try it before it is used.</source>
        <translation>Wedi&apos;i hychwanegu. Rhowch gynnig arni cyn ei defnyddio.</translation>
    </message>
    <message>
        <source>Writing a small file, reading it back, removing it…</source>
        <translation>Wrthi&apos;n ysgrifennu ffeil fach, ei darllen yn ôl, a&apos;i thynnu…</translation>
    </message>
    <message>
        <source>It works.</source>
        <translation>Mae&apos;n gweithio.</translation>
    </message>
    <message>
        <source>Remove this destination and its password? What was sent there stays there.</source>
        <translation>Tynnu&apos;r gyrchfan hon a&apos;i chyfrinair? Mae&apos;r hyn a anfonwyd yno yn aros yno.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Tynnu</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>Wedi&apos;i thynnu.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>No destination yet. Add one where copies are sent again and again, such as the website.</source>
        <translation>Dim cyrchfan eto. Ychwanegwch un lle anfonir copïau dro ar ôl tro, megis y wefan.</translation>
    </message>
</context>
<context>
    <name>DevicesSection</name>
    <message>
        <source>Devices</source>
        <translation>Dyfeisiau</translation>
    </message>
    <message>
        <source>A card, a phone or a folder stands here once someone chose it under Bring in.</source>
        <translation>Mae cerdyn, ffôn neu ffolder yn ymddangos yma unwaith y bydd rhywun wedi&apos;i ddewis o dan Dod i mewn.</translation>
    </message>
    <message>
        <source>It is the school&apos;s own</source>
        <translation>Yr ysgol biau hi</translation>
    </message>
    <message>
        <source>Approve it</source>
        <translation>Ei chymeradwyo</translation>
    </message>
    <message>
        <source>Refuse it</source>
        <translation>Ei gwrthod</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dyfais</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Perchennog</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Statws</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hyd at</translation>
    </message>
    <message>
        <source>Last seen as</source>
        <translation>Gwelwyd ddiwethaf fel</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>No device was chosen yet. Choose a card or a folder under Bring in.</source>
        <translation>Ni ddewiswyd dyfais eto. Dewiswch gerdyn neu ffolder o dan Dod i mewn.</translation>
    </message>
</context>
<context>
    <name>DoubtfulCard</name>
    <message>
        <source>Did they arrive?</source>
        <translation>A gyraeddasant?</translation>
    </message>
    <message>
        <source>The connection broke while these copies were sent, so nothing is sent again and nothing is deleted. Look at each place, and say what you see.</source>
        <translation>Torrodd y cysylltiad wrth anfon y copïau hyn, felly nid oes dim yn cael ei anfon eto na&apos;i ddileu. Edrychwch ar bob lle, a dywedwch beth a welwch.</translation>
    </message>
    <message>
        <source>Copies of which it is not known whether they arrived</source>
        <translation>Copïau nad yw&apos;n hysbys a gyraeddasant</translation>
    </message>
    <message>
        <source>It is there…</source>
        <translation>Mae yno…</translation>
    </message>
    <message>
        <source>It is not there…</source>
        <translation>Nid yw yno…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Edrych eto</translation>
    </message>
    <message>
        <source>Greenlight asks the place itself, where it can be asked</source>
        <translation>Mae Greenlight yn gofyn i&apos;r lle ei hun, lle gellir gofyn iddo</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Llun</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Swp</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>I ble</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Dechreuwyd</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Ffeil</translation>
    </message>
    <message>
        <source>Photo {n} of {batch}</source>
        <translation>Llun {n} o {batch}</translation>
    </message>
</context>
<context>
    <name>DutyList</name>
    <message>
        <source>See to it</source>
        <translation>Delio ag ef</translation>
    </message>
    <message>
        <source>See to it: {what}</source>
        <translation>Delio ag ef: {what}</translation>
    </message>
</context>
<context>
    <name>FacePicker</name>
    <message>
        <source>Not now</source>
        <translation>Dim nawr</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Wynebau</translation>
    </message>
    <message>
        <source>Space ticks or unticks; Enter confirms</source>
        <translation>Mae Space yn ticio neu&apos;n dad-dicio; mae Enter yn cadarnhau</translation>
    </message>
</context>
<context>
    <name>FirstPasswordDialog</name>
    <message>
        <source>A new first password</source>
        <translation>Cyfrinair cyntaf newydd</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Gosod</translation>
    </message>
    <message>
        <source>First &amp;password</source>
        <translation>&amp;Cyfrinair cyntaf</translation>
    </message>
    <message>
        <source>Three words are easy to tell</source>
        <translation>Mae tri gair yn hawdd eu dweud</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Set up my school</source>
        <translation>Sefydlu fy ysgol</translation>
    </message>
    <message>
        <source>Look around with the demo school</source>
        <translation>Edrych o gwmpas gyda&apos;r ysgol enghreifftiol</translation>
    </message>
    <message>
        <source>Go on to sign in</source>
        <translation>Mynd ymlaen i fewngofnodi</translation>
    </message>
    <message>
        <source>Welcome to Greenlight</source>
        <translation>Croeso i Greenlight</translation>
    </message>
    <message>
        <source>It checks a school&apos;s photos before they are posted, and covers who has not agreed.</source>
        <translation>Mae&apos;n gwirio lluniau ysgol cyn iddynt gael eu postio, ac yn gorchuddio pwy sydd heb gytuno.</translation>
    </message>
    <message>
        <source>Your own people, permissions and platforms.</source>
        <translation>Eich pobl, eich caniatadau a&apos;ch platfformau eich hun.</translation>
    </message>
    <message>
        <source>A made-up school with photos, to try everything. Nothing real in it.</source>
        <translation>Ysgol ddychmygol gyda lluniau, i roi cynnig ar bopeth. Nid oes dim byd go iawn ynddi.</translation>
    </message>
    <message>
        <source>Making the demo school</source>
        <translation>Gwneud yr ysgol enghreifftiol</translation>
    </message>
    <message>
        <source>Making the demo school: people, permissions and photos. This takes a moment.</source>
        <translation>Wrthi&apos;n gwneud yr ysgol enghreifftiol: pobl, caniatadau a lluniau. Mae hyn yn cymryd ychydig o amser.</translation>
    </message>
    <message>
        <source>{name} ({roles}): {user} / {password}</source>
        <translation>{name} ({roles}): {user} / {password}</translation>
    </message>
    <message>
        <source>The demo school is ready. Its staff, with user name and password — keep them at hand:</source>
        <translation>Mae&apos;r ysgol enghreifftiol yn barod. Dyma ei staff, gydag enw defnyddiwr a chyfrinair — cadwch nhw wrth law:</translation>
    </message>
    <message>
        <source>Its photos lie in {folder}</source>
        <translation>Mae ei lluniau yn {folder}</translation>
    </message>
    <message>
        <source>Join my school&apos;s register</source>
        <translation>Ymuno â chofrestr fy ysgol</translation>
    </message>
    <message>
        <source>It lies on a server, and other computers use it already.</source>
        <translation>Mae ar weinydd, ac mae cyfrifiaduron eraill yn ei defnyddio eisoes.</translation>
    </message>
</context>
<context>
    <name>FirstTwo</name>
    <message>
        <source>You, the admin</source>
        <translation>Chi, y gweinyddwr</translation>
    </message>
    <message>
        <source>&amp;Your name</source>
        <translation>Eich &amp;enw</translation>
    </message>
    <message>
        <source>Your &amp;user name</source>
        <translation>Eich enw &amp;defnyddiwr</translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation>Eich &amp;cyfrinair</translation>
    </message>
    <message>
        <source>Three words of your own are easy to remember</source>
        <translation>Mae tri gair o&apos;ch dewis eich hun yn hawdd eu cofio</translation>
    </message>
    <message>
        <source>Your password &amp;again</source>
        <translation>Eich cyfrinair e&amp;to</translation>
    </message>
    <message>
        <source>&amp;Day of your training in data protection</source>
        <translation>Di&amp;wrnod eich hyfforddiant mewn diogelu data</translation>
    </message>
    <message>
        <source>The data protection lead</source>
        <translation>Yr arweinydd diogelu data</translation>
    </message>
    <message>
        <source>The &amp;lead&apos;s name</source>
        <translation>Enw&apos;r &amp;arweinydd</translation>
    </message>
    <message>
        <source>The lead&apos;s us&amp;er name</source>
        <translation>Enw de&amp;fnyddiwr yr arweinydd</translation>
    </message>
    <message>
        <source>The lead&apos;s &amp;first password</source>
        <translation>Cyfrinair c&amp;yntaf yr arweinydd</translation>
    </message>
    <message>
        <source>To be handed over; it must be changed at the first sign-in</source>
        <translation>I&apos;w drosglwyddo; rhaid ei newid wrth fewngofnodi am y tro cyntaf</translation>
    </message>
    <message>
        <source>I am the lead too, for now</source>
        <translation>Fi yw&apos;r arweinydd hefyd, am y tro</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Only look for now</source>
        <translation>Dim ond edrych am y tro</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Mynd ymlaen</translation>
    </message>
    <message>
        <source>Someone else chose your first password. Choose one that only you know.</source>
        <translation>Rhywun arall a ddewisodd eich cyfrinair cyntaf. Dewiswch un y gwyddoch chi&apos;n unig amdano.</translation>
    </message>
    <message>
        <source>&amp;First password</source>
        <translation>Cyfrinair &amp;cyntaf</translation>
    </message>
    <message>
        <source>&amp;New password</source>
        <translation>Cyfrinair &amp;newydd</translation>
    </message>
    <message>
        <source>Three words of your own are easy to remember</source>
        <translation>Mae tri gair o&apos;ch dewis eich hun yn hawdd eu cofio</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Y cyfrinair newydd &amp;eto</translation>
    </message>
    <message>
        <source>Text of the policy</source>
        <translation>Testun y polisi</translation>
    </message>
    <message>
        <source>Greenlight holds you to four rules of it: whoever has not agreed is covered; what is covered is gone from the copy for good; nobody publishes alone; nothing is deleted before it is safe elsewhere, and nothing is kept after.</source>
        <translation>Mae Greenlight yn eich dal at bedair rheol ohono: caiff pwy bynnag sydd heb gytuno ei orchuddio; mae&apos;r hyn a orchuddiwyd wedi mynd o&apos;r copi am byth; nid oes neb yn cyhoeddi ar ei ben ei hun; ni chaiff dim ei ddileu cyn ei fod yn ddiogel yn rhywle arall, ac ni chaiff dim ei gadw wedyn.</translation>
    </message>
    <message>
        <source>I have read the policy and will keep to it</source>
        <translation>Rwyf wedi darllen y polisi a byddaf yn cadw ato</translation>
    </message>
    <message>
        <source>Your own password</source>
        <translation>Eich cyfrinair eich hun</translation>
    </message>
    <message>
        <source>The school&apos;s policy for photos</source>
        <translation>Polisi&apos;r ysgol ar gyfer lluniau</translation>
    </message>
    <message>
        <source>Version {version} is in force.</source>
        <translation>Mae fersiwn {version} mewn grym.</translation>
    </message>
    <message>
        <source>{name} looks after it and has the text.</source>
        <translation>{name} sy&apos;n gofalu amdano ac mae&apos;r testun ganddynt.</translation>
    </message>
    <message>
        <source>It is reviewed on {day}.</source>
        <translation>Caiff ei adolygu ar {day}.</translation>
    </message>
    <message>
        <source>Read the policy and tick that you have, or only look for now.</source>
        <translation>Darllenwch y polisi a thiciwch eich bod wedi gwneud, neu edrychwch yn unig am y tro.</translation>
    </message>
    <message>
        <source>The new password was not typed the same twice.</source>
        <translation>Ni theipiwyd y cyfrinair newydd yr un fath ddwywaith.</translation>
    </message>
</context>
<context>
    <name>GoneDialog</name>
    <message>
        <source>The post is gone</source>
        <translation>Mae&apos;r postiad wedi mynd</translation>
    </message>
    <message>
        <source>It is gone</source>
        <translation>Mae wedi mynd</translation>
    </message>
    <message>
        <source>&amp;How you know</source>
        <translation>&amp;Sut rydych yn gwybod</translation>
    </message>
    <message>
        <source>Such as: deleted and looked again without signing in</source>
        <translation>Er enghraifft: wedi&apos;i ddileu ac edrychwyd eto heb fewngofnodi</translation>
    </message>
    <message>
        <source>Screenshot</source>
        <translation>Sgrinlun</translation>
    </message>
    <message>
        <source>Choose a screenshot of the page without the post</source>
        <translation>Dewis sgrinlun o&apos;r dudalen heb y postiad</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Lluniau (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Or a &amp;screenshot</source>
        <translation>Neu &amp;sgrinlun</translation>
    </message>
    <message>
        <source>Kept encrypted here; delete the file on your desktop afterwards</source>
        <translation>Fe&apos;i cedwir yma wedi&apos;i amgryptio; dilëwch y ffeil ar eich bwrdd gwaith wedyn</translation>
    </message>
    <message>
        <source>Say how you know that it is gone, or choose a screenshot.</source>
        <translation>Dywedwch sut rydych yn gwybod ei fod wedi mynd, neu dewiswch sgrinlun.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Lock</source>
        <translation>Cloi</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>Switch user</source>
        <translation>Newid defnyddiwr</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Fel y cyfrifiadur</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Golau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tywyll</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Cyferbyniad uchel</translation>
    </message>
    <message>
        <source>Signed in: {name} ({roles})</source>
        <translation>Wedi mewngofnodi: {name} ({roles})</translation>
    </message>
</context>
<context>
    <name>HelpWindow</name>
    <message>
        <source>Greenlight: help</source>
        <translation>Greenlight: cymorth</translation>
    </message>
    <message>
        <source>Help pages</source>
        <translation>Tudalennau cymorth</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>Testun cymorth</translation>
    </message>
</context>
<context>
    <name>HistoryDoings</name>
    <message>
        <source>It is gone…</source>
        <translation>Mae wedi mynd…</translation>
    </message>
    <message>
        <source>Enter its address…</source>
        <translation>Nodi ei gyfeiriad…</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Edrych ar y llun</translation>
    </message>
    <message>
        <source>It is there after all…</source>
        <translation>Mae yno wedi&apos;r cyfan…</translation>
    </message>
    <message>
        <source>Something went wrong…</source>
        <translation>Aeth rhywbeth o&apos;i le…</translation>
    </message>
    <message>
        <source>Add what is known…</source>
        <translation>Ychwanegu&apos;r hyn sy&apos;n hysbys…</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>Cau&apos;r digwyddiad</translation>
    </message>
    <message>
        <source>The address is put down.</source>
        <translation>Mae&apos;r cyfeiriad wedi&apos;i gofnodi.</translation>
    </message>
    <message>
        <source>Put down as gone, with your proof.</source>
        <translation>Cofnodwyd ei fod wedi mynd, gyda&apos;ch prawf.</translation>
    </message>
    <message>
        <source>Proof that the post is gone</source>
        <translation>Prawf bod y postiad wedi mynd</translation>
    </message>
    <message>
        <source>Put this post down as one that can still be seen? It is judged and listed again.</source>
        <translation>Nodi&apos;r postiad hwn fel un y gellir ei weld o hyd? Bydd yn cael ei farnu a&apos;i restru eto.</translation>
    </message>
    <message>
        <source>It is still there</source>
        <translation>Mae yno o hyd</translation>
    </message>
    <message>
        <source>Put down as still there.</source>
        <translation>Wedi&apos;i nodi fel un sydd yno o hyd.</translation>
    </message>
    <message>
        <source>Put down. The data protection lead sees it, and the 72 hours run from now.</source>
        <translation>Wedi&apos;i gofnodi. Mae&apos;r arweinydd diogelu data yn ei weld, ac mae&apos;r 72 awr yn rhedeg o nawr.</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>Wedi&apos;i ychwanegu.</translation>
    </message>
    <message>
        <source>Closed.</source>
        <translation>Wedi&apos;i gau.</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Reports</source>
        <translation>Adroddiadau</translation>
    </message>
    <message>
        <source>Posts</source>
        <translation>Postiadau</translation>
    </message>
    <message>
        <source>Take down</source>
        <translation>Tynnu i lawr</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Yn ddyledus</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Cofnod</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Yr adroddiad</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Cadw fel PDF…</translation>
    </message>
    <message>
        <source>Make it anew</source>
        <translation>Ei wneud o&apos;r newydd</translation>
    </message>
    <message>
        <source>History and reports</source>
        <translation>Hanes ac adroddiadau</translation>
    </message>
    <message>
        <source>Taken down</source>
        <translation>Tynnwyd i lawr</translation>
    </message>
    <message>
        <source>No address</source>
        <translation>Heb gyfeiriad</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Digwyddiadau</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Dilëwyd</translation>
    </message>
    <message>
        <source>Making the report…</source>
        <translation>Wrthi&apos;n gwneud yr adroddiad…</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Cadw&apos;r adroddiad</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Greenlight: {report}</source>
        <translation>Greenlight: {report}</translation>
    </message>
    <message>
        <source>Writing the file…</source>
        <translation>Wrthi&apos;n ysgrifennu&apos;r ffeil…</translation>
    </message>
    <message>
        <source>Saved. The file is not encrypted: keep it only as long as it is needed.</source>
        <translation>Wedi&apos;i gadw. Nid yw&apos;r ffeil wedi&apos;i hamgryptio: cadwch hi dim ond cyhyd ag y bo angen.</translation>
    </message>
    <message>
        <source>There is nothing to show here.</source>
        <translation>Nid oes dim i&apos;w ddangos yma.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>What waits for you</source>
        <translation>Beth sy&apos;n aros amdanoch</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Dod i mewn</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Adolygu</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Cymeradwyo</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Dosbarthu</translation>
    </message>
    <message>
        <source>Also to see to</source>
        <translation>Hefyd i ddelio ag ef</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Sypiau</translation>
    </message>
    <message>
        <source>Hello, {name}</source>
        <translation>Helo, {name}</translation>
    </message>
    <message>
        <source>{photos} of yours wait for a colleague</source>
        <translation>Mae {photos} o&apos;ch eiddo yn aros am gydweithiwr</translation>
    </message>
    <message>
        <source>Unfinished: go on</source>
        <translation>Heb ei orffen: mynd ymlaen</translation>
    </message>
    <message>
        <source>From a camera, card or folder</source>
        <translation>O gamera, cerdyn neu ffolder</translation>
    </message>
    <message>
        <source>{n} sent back with a note</source>
        <translation>{n} wedi&apos;u hanfon yn ôl gyda nodyn</translation>
    </message>
    <message>
        <source>Who is who, and what is covered</source>
        <translation>Pwy yw pwy, a beth a orchuddir</translation>
    </message>
    <message>
        <source>Look, and say go live</source>
        <translation>Edrych, a dweud mynd yn fyw</translation>
    </message>
    <message>
        <source>You stand in for {name}</source>
        <translation>Rydych yn sefyll dros {name}</translation>
    </message>
    <message>
        <source>Approved, ready to go out</source>
        <translation>Wedi&apos;u cymeradwyo, yn barod i fynd allan</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Dim lluniau eto</translation>
    </message>
    <message>
        <source>Bring in the photos of an event from a camera, a card or a folder. They stay on this computer.</source>
        <translation>Dewch â lluniau digwyddiad i mewn o gamera, cerdyn neu ffolder. Maent yn aros ar y cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>Bring in photos</source>
        <translation>Dod â lluniau i mewn</translation>
    </message>
    <message>
        <source>You can look, but not work, until you have read the policy. Sign in again to read it.</source>
        <translation>Gallwch edrych, ond nid gweithio, nes i chi ddarllen y polisi. Mewngofnodwch eto i&apos;w ddarllen.</translation>
    </message>
    <message>
        <source>You can look, but not work, until the day of your training is entered under Settings.</source>
        <translation>Gallwch edrych, ond nid gweithio, nes i ddiwrnod eich hyfforddiant gael ei nodi o dan Gosodiadau.</translation>
    </message>
    <message>
        <source>{names} can do that.</source>
        <translation>Gall {names} wneud hynny.</translation>
    </message>
    <message>
        <source>being delivered</source>
        <translation>yn cael ei ddosbarthu</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Mynd ymlaen</translation>
    </message>
    <message>
        <source>{act}: {title}</source>
        <translation>{act}: {title}</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>What could not be used ({n})…</source>
        <translation>Yr hyn na ellid ei ddefnyddio ({n})…</translation>
    </message>
    <message>
        <source>Everything that is not published ({n})…</source>
        <translation>Popeth nad yw wedi&apos;i gyhoeddi ({n})…</translation>
    </message>
    <message>
        <source>{n} not looked at yet</source>
        <translation>{n} heb edrych arnynt eto</translation>
    </message>
    <message>
        <source>{n} to review</source>
        <translation>{n} i&apos;w hadolygu</translation>
    </message>
    <message>
        <source>{n} asked for approval</source>
        <translation>{n} yn aros am gymeradwyaeth</translation>
    </message>
    <message>
        <source>{n} to deliver</source>
        <translation>{n} i&apos;w dosbarthu</translation>
    </message>
    <message>
        <source>{n} out and deleted here</source>
        <translation>{n} allan ac wedi&apos;u dileu yma</translation>
    </message>
    <message>
        <source>{n} refused</source>
        <translation>{n} wedi&apos;u gwrthod</translation>
    </message>
    <message>
        <source>{n} deleted, never published</source>
        <translation>{n} wedi&apos;u dileu, heb eu cyhoeddi erioed</translation>
    </message>
</context>
<context>
    <name>ImportPage</name>
    <message>
        <source>Choose the file…</source>
        <translation>Dewis y ffeil…</translation>
    </message>
    <message>
        <source>Look what would change</source>
        <translation>Gweld beth fyddai&apos;n newid</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Ei throsglwyddo</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Stop, change nothing</source>
        <translation>Stopio, heb newid dim</translation>
    </message>
    <message>
        <source>Export the roll from the school&apos;s records system as CSV or XLSX, and choose it here. It is only read, and nothing is changed before you have seen what would change.</source>
        <translation>Allforiwch y rhestr o system gofnodion yr ysgol fel CSV neu XLSX, a&apos;i dewis yma. Dim ond ei darllen a wneir, ac ni newidir dim cyn i chi weld beth fyddai&apos;n newid.</translation>
    </message>
    <message>
        <source>Bring in the roll</source>
        <translation>Mewnforio&apos;r rhestr</translation>
    </message>
    <message>
        <source>1 of 3: the file</source>
        <translation>1 o 3: y ffeil</translation>
    </message>
    <message>
        <source>2 of 3: the columns</source>
        <translation>2 o 3: y colofnau</translation>
    </message>
    <message>
        <source>3 of 3: what would change</source>
        <translation>3 o 3: beth fyddai&apos;n newid</translation>
    </message>
    <message>
        <source>Choose the roll</source>
        <translation>Dewiswch y rhestr</translation>
    </message>
    <message>
        <source>Spreadsheets (*.csv *.xlsx *.txt)</source>
        <translation>Taenlenni (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Wrthi&apos;n darllen y ffeil…</translation>
    </message>
    <message>
        <source>Say who gave these answers.</source>
        <translation>Dywedwch pwy roddodd yr atebion hyn.</translation>
    </message>
    <message>
        <source>Comparing with the register…</source>
        <translation>Wrthi&apos;n cymharu â&apos;r gofrestr…</translation>
    </message>
    <message>
        <source>Take the roll over? Permissions that it changes count from now on.</source>
        <translation>Trosglwyddo&apos;r rhestr? Bydd y caniatadau y mae&apos;n eu newid yn cyfrif o hyn ymlaen.</translation>
    </message>
    <message>
        <source>Taking the roll over…</source>
        <translation>Wrthi&apos;n trosglwyddo&apos;r rhestr…</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Wedi stopio. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>{why} Nothing was changed.</source>
        <translation>{why} Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>What the columns mean</source>
        <translation>Beth mae&apos;r colofnau&apos;n ei olygu</translation>
    </message>
    <message>
        <source>Remember what the columns mean for the next time</source>
        <translation>Cofio beth mae&apos;r colofnau&apos;n ei olygu at y tro nesaf</translation>
    </message>
    <message>
        <source>As it was said before: {name}</source>
        <translation>Fel y dywedwyd o&apos;r blaen: {name}</translation>
    </message>
    <message>
        <source>Say it anew</source>
        <translation>Ei ddweud o&apos;r newydd</translation>
    </message>
</context>
<context>
    <name>Inside</name>
    <message>
        <source>{photos} are on a device that was plugged in.</source>
        <translation>Mae {photos} ar ddyfais a gysylltwyd.</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Dod i mewn</translation>
    </message>
    <message>
        <source>Deleted because the school keeps photos no longer: {photos}.</source>
        <translation>Dilëwyd am nad yw&apos;r ysgol yn cadw lluniau&apos;n hirach: {photos}.</translation>
    </message>
</context>
<context>
    <name>InviteDialog</name>
    <message>
        <source>Add an account</source>
        <translation>Ychwanegu cyfrif</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ychwanegu</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Enw</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Enw &amp;defnyddiwr</translation>
    </message>
    <message>
        <source>First &amp;password</source>
        <translation>&amp;Cyfrinair cyntaf</translation>
    </message>
    <message>
        <source>To be handed over; three words are easy to tell</source>
        <translation>I&apos;w drosglwyddo; mae tri gair yn hawdd eu dweud</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rolau</translation>
    </message>
    <message>
        <source>Fill in every field and tick a role.</source>
        <translation>Llenwch bob maes a thiciwch rôl.</translation>
    </message>
</context>
<context>
    <name>JoinRegisterPage</name>
    <message>
        <source>&amp;Address of the register</source>
        <translation>&amp;Cyfeiriad y gofrestr</translation>
    </message>
    <message>
        <source>&amp;Password of the server</source>
        <translation>Cy&amp;frinair y gweinydd</translation>
    </message>
    <message>
        <source>Not your own: you sign in with that afterwards, as on every other computer</source>
        <translation>Nid eich un chi: mewngofnodwch gyda hwnnw wedyn, fel ar bob cyfrifiadur arall</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Keep the password</source>
        <translation>Cadw&apos;r cyfrinair</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Ymuno</translation>
    </message>
    <message>
        <source>Password of the server</source>
        <translation>Cyfrinair y gweinydd</translation>
    </message>
    <message>
        <source>Join my school&apos;s register</source>
        <translation>Ymuno â chofrestr fy ysgol</translation>
    </message>
    <message>
        <source>The register stays on the school&apos;s server, sealed; this computer reads it from there. The server&apos;s password is kept in this computer&apos;s own keyring.</source>
        <translation>Mae&apos;r gofrestr yn aros ar weinydd yr ysgol, dan sêl; mae&apos;r cyfrifiadur hwn yn ei darllen oddi yno. Cedwir cyfrinair y gweinydd yng nghylch allweddi&apos;r cyfrifiadur hwn ei hun.</translation>
    </message>
    <message>
        <source>Fill in every field.</source>
        <translation>Llenwch bob maes.</translation>
    </message>
    <message>
        <source>Such as postgresql://user@pc/name – whoever set it up knows it</source>
        <translation>Megis postgresql://user@pc/name – mae pwy bynnag a&apos;i gosododd yn ei wybod</translation>
    </message>
</context>
<context>
    <name>JoiningDialog</name>
    <message>
        <source>What counts before and after</source>
        <translation>Beth sy&apos;n cyfrif cynt ac wedyn</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ie</translation>
    </message>
    <message>
        <source>no</source>
        <translation>na</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>Nothing changes in what may be shown.</source>
        <translation>Nid oes dim yn newid o ran yr hyn y gellir ei ddangos.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Pob bysell</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
</context>
<context>
    <name>KnownDialog</name>
    <message>
        <source>What is known now</source>
        <translation>Beth sy&apos;n hysbys nawr</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ychwanegu</translation>
    </message>
    <message>
        <source>&amp;What was done</source>
        <translation>&amp;Beth a wnaed</translation>
    </message>
    <message>
        <source>The post was taken down now</source>
        <translation>Tynnwyd y postiad i lawr nawr</translation>
    </message>
    <message>
        <source>The families were told now</source>
        <translation>Dywedwyd wrth y teuluoedd nawr</translation>
    </message>
    <message>
        <source>Reported to the ICO now</source>
        <translation>Hysbyswyd yr ICO nawr</translation>
    </message>
    <message>
        <source>&amp;Or why it is not reported</source>
        <translation>&amp;Neu pam nad yw&apos;n cael ei adrodd</translation>
    </message>
</context>
<context>
    <name>LeavingDialog</name>
    <message>
        <source>{name} has left</source>
        <translation>Mae {name} wedi gadael</translation>
    </message>
    <message>
        <source>Has left</source>
        <translation>Wedi gadael</translation>
    </message>
    <message>
        <source>From this day on every photo covers this person, and what was kept to recognise them is destroyed.</source>
        <translation>O&apos;r diwrnod hwn ymlaen bydd pob llun yn gorchuddio&apos;r person hwn, a dinistrir yr hyn a gadwyd i&apos;w adnabod.</translation>
    </message>
    <message>
        <source>&amp;Day of leaving</source>
        <translation>&amp;Diwrnod gadael</translation>
    </message>
</context>
<context>
    <name>MappingForm</name>
    <message>
        <source>Whom the file holds</source>
        <translation>Pwy sydd yn y ffeil</translation>
    </message>
    <message>
        <source>Who is missing from the file</source>
        <translation>Pwy sydd ar goll o&apos;r ffeil</translation>
    </message>
    <message>
        <source>Form of these answers</source>
        <translation>Ffurflen yr atebion hyn</translation>
    </message>
    <message>
        <source>Which wording was signed, and where the papers lie</source>
        <translation>Pa eiriad a lofnodwyd, a ble mae&apos;r papurau</translation>
    </message>
    <message>
        <source>Who gave these answers</source>
        <translation>Pwy roddodd yr atebion hyn</translation>
    </message>
    <message>
        <source>Add a column with answers</source>
        <translation>Ychwanegu colofn gydag atebion</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colofnau</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Atebion</translation>
    </message>
    <message>
        <source>Nothing happens to them</source>
        <translation>Nid oes dim yn digwydd iddynt</translation>
    </message>
    <message>
        <source>They have left the school</source>
        <translation>Maent wedi gadael yr ysgol</translation>
    </message>
    <message>
        <source>Not in this file</source>
        <translation>Ddim yn y ffeil hon</translation>
    </message>
    <message>
        <source>Whoever signed the school&apos;s form; the file does not say who</source>
        <translation>Pwy bynnag a lofnododd ffurflen yr ysgol; nid yw&apos;r ffeil yn dweud pwy</translation>
    </message>
    <message>
        <source>Choose who answered</source>
        <translation>Dewiswch pwy atebodd</translation>
    </message>
    <message>
        <source>The first carer above who is named in the row</source>
        <translation>Y gofalwr cyntaf uchod a enwir yn y rhes</translation>
    </message>
    <message>
        <source>Whom the column “{heading}” names</source>
        <translation>Pwy bynnag a enwir yn y golofn “{heading}”</translation>
    </message>
    <message>
        <source>Add a column with a carer</source>
        <translation>Ychwanegu colofn â gofalwr</translation>
    </message>
    <message>
        <source>Carers</source>
        <translation>Gofalwyr</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>The same person as {name}</source>
        <translation>Yr un person â {name}</translation>
    </message>
    <message>
        <source>They are one person</source>
        <translation>Un person ydynt</translation>
    </message>
    <message>
        <source>A no of either record then counts for both. It can be taken back: nothing is lost.</source>
        <translation>Mae na o&apos;r naill gofnod neu&apos;r llall wedyn yn cyfrif i&apos;r ddau. Gellir ei dynnu&apos;n ôl: ni chollir dim.</translation>
    </message>
    <message>
        <source>&amp;The other record</source>
        <translation>&amp;Y cofnod arall</translation>
    </message>
    <message>
        <source>Type a few letters of the name</source>
        <translation>Teipiwch ychydig lythrennau o&apos;r enw</translation>
    </message>
    <message>
        <source>Looking at what comes of it…</source>
        <translation>Yn edrych ar yr hyn a ddaw ohono…</translation>
    </message>
    <message>
        <source>No one is called so.</source>
        <translation>Nid oes neb â&apos;r enw hwn.</translation>
    </message>
    <message>
        <source>Several are meant: choose one.</source>
        <translation>Gall olygu sawl un: dewiswch un.</translation>
    </message>
    <message>
        <source>One record: {name}</source>
        <translation>Un cofnod: {name}</translation>
    </message>
    <message>
        <source>Parents and carers: {names}</source>
        <translation>Rhieni a gofalwyr: {names}</translation>
    </message>
    <message>
        <source>Destroyed, because together they are not agreed to: {pictures}</source>
        <translation>Dinistrir, am nad oes cytundeb iddynt gyda&apos;i gilydd: {pictures}</translation>
    </message>
    <message>
        <source>Posts that then must come down: {n}</source>
        <translation>Postiadau y mae&apos;n rhaid eu tynnu i lawr wedyn: {n}</translation>
    </message>
    <message>
        <source>{name}, kept</source>
        <translation>{name}, wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>{name}, joined</source>
        <translation>{name}, wedi&apos;i uno</translation>
    </message>
    <message>
        <source>together</source>
        <translation>gyda&apos;i gilydd</translation>
    </message>
</context>
<context>
    <name>NameBox</name>
    <message>
        <source>Name this person</source>
        <translation>Enwi&apos;r person hwn</translation>
    </message>
    <message>
        <source>Type a few letters of the name</source>
        <translation>Teipiwch ychydig lythrennau o&apos;r enw</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>Teipiwch enw…</translation>
    </message>
</context>
<context>
    <name>NeverPublishDialog</name>
    <message>
        <source>Lift “never publish” for {name}</source>
        <translation>Codi “byth i&apos;w gyhoeddi” ar gyfer {name}</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Codi</translation>
    </message>
    <message>
        <source>The permissions decide again. The reason is forgotten. A second lead agrees here.</source>
        <translation>Mae&apos;r caniatadau&apos;n penderfynu eto. Anghofir y rheswm. Mae ail arweinydd yn cytuno yma.</translation>
    </message>
    <message>
        <source>Never publish {name}</source>
        <translation>Byth i gyhoeddi {name}</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Marcio</translation>
    </message>
    <message>
        <source>Above every permission. Only the two of you ever see the reason. A second lead agrees here.</source>
        <translation>Uwchlaw pob caniatâd. Dim ond chi&apos;ch dau fydd byth yn gweld y rheswm. Mae ail arweinydd yn cytuno yma.</translation>
    </message>
    <message>
        <source>&amp;Reason, for you two alone</source>
        <translation>&amp;Rheswm, i chi&apos;ch dau yn unig</translation>
    </message>
    <message>
        <source>&amp;User name of the second lead</source>
        <translation>Enw &amp;defnyddiwr yr ail arweinydd</translation>
    </message>
    <message>
        <source>&amp;Password of the second lead</source>
        <translation>&amp;Cyfrinair yr ail arweinydd</translation>
    </message>
    <message>
        <source>Fill in every field.</source>
        <translation>Llenwch bob maes.</translation>
    </message>
    <message>
        <source>A pointer is enough, such as: see the safeguarding file</source>
        <translation>Mae cyfeiriad yn ddigon, megis: gweler y ffeil ddiogelu</translation>
    </message>
</context>
<context>
    <name>NewPersonDialog</name>
    <message>
        <source>Add a person</source>
        <translation>Ychwanegu person</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ychwanegu</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>&amp;Who</source>
        <translation>&amp;Pwy</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Enw</translation>
    </message>
    <message>
        <source>As on official papers</source>
        <translation>Fel ar bapurau swyddogol</translation>
    </message>
    <message>
        <source>&amp;Known as</source>
        <translation>&amp;Adwaenir fel</translation>
    </message>
    <message>
        <source>Only where it differs</source>
        <translation>Dim ond lle mae&apos;n wahanol</translation>
    </message>
    <message>
        <source>&amp;Class</source>
        <translation>&amp;Dosbarth</translation>
    </message>
    <message>
        <source>Type the name.</source>
        <translation>Teipiwch yr enw.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Close this message</source>
        <translation>Cau&apos;r neges hon</translation>
    </message>
</context>
<context>
    <name>OfferList</name>
    <message>
        <source>Bring these in</source>
        <translation>Dod â&apos;r rhain i mewn</translation>
    </message>
    <message>
        <source>Bring in from {device}</source>
        <translation>Dod i mewn o {device}</translation>
    </message>
    <message>
        <source>{device}: {photos}. Nobody has approved this device yet, so nothing on it is read. Ask an admin to approve it.</source>
        <translation>{device}: {photos}. Nid oes neb wedi cymeradwyo&apos;r ddyfais hon eto, felly ni ddarllenir dim arni. Gofynnwch i weinyddwr ei chymeradwyo.</translation>
    </message>
    <message>
        <source>{device}: the deletion of {photos} on it is not proven. Look at them on the device.</source>
        <translation>{device}: nid yw wedi&apos;i brofi bod {photos} arni wedi&apos;u dileu. Edrychwch arnynt ar y ddyfais.</translation>
    </message>
    <message>
        <source>{device}: {photos} not brought in yet</source>
        <translation>{device}: {photos} heb ddod i mewn eto</translation>
    </message>
</context>
<context>
    <name>PaperDialog</name>
    <message>
        <source>Opening…</source>
        <translation>Yn agor…</translation>
    </message>
    <message>
        <source>The pages</source>
        <translation>Y tudalennau</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Llai</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Mwy</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Page {n}</source>
        <translation>Tudalen {n}</translation>
    </message>
</context>
<context>
    <name>PathField</name>
    <message>
        <source>Choose…</source>
        <translation>Dewis…</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Record this answer for {people}? It counts from now on.</source>
        <translation>Cofnodi&apos;r ateb hwn ar gyfer {people}? Mae&apos;n cyfrif o hyn ymlaen.</translation>
    </message>
    <message>
        <source>Record for {people}</source>
        <translation>Cofnodi ar gyfer {people}</translation>
    </message>
    <message>
        <source>Recorded for {people}.</source>
        <translation>Wedi&apos;i gofnodi ar gyfer {people}.</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Everyone</source>
        <translation>Pawb</translation>
    </message>
    <message>
        <source>Back to the register</source>
        <translation>Yn ôl i&apos;r gofrestr</translation>
    </message>
    <message>
        <source>What counts today</source>
        <translation>Beth sy&apos;n cyfrif heddiw</translation>
    </message>
    <message>
        <source>Every answer that was recorded</source>
        <translation>Pob ateb a gofnodwyd</translation>
    </message>
    <message>
        <source>Record an answer…</source>
        <translation>Cofnodi ateb…</translation>
    </message>
    <message>
        <source>Add a picture…</source>
        <translation>Ychwanegu llun…</translation>
    </message>
    <message>
        <source>Remove the pictures…</source>
        <translation>Tynnu&apos;r lluniau…</translation>
    </message>
    <message>
        <source>Has left…</source>
        <translation>Wedi gadael…</translation>
    </message>
    <message>
        <source>Is back</source>
        <translation>Mae&apos;n ôl</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Newid…</translation>
    </message>
    <message>
        <source>Name, class and numbers, where they are wrong</source>
        <translation>Enw, dosbarth a rhifau, lle maent yn anghywir</translation>
    </message>
    <message>
        <source>Carers…</source>
        <translation>Gofalwyr…</translation>
    </message>
    <message>
        <source>Who speaks for this person, and whose yes counts</source>
        <translation>Pwy sy&apos;n siarad dros y person hwn, ac ie pwy sy&apos;n cyfrif</translation>
    </message>
    <message>
        <source>Same person as…</source>
        <translation>Yr un person â…</translation>
    </message>
    <message>
        <source>This person stands on the register a second time</source>
        <translation>Mae&apos;r person hwn ar y gofrestr ddwywaith</translation>
    </message>
    <message>
        <source>Two people after all…</source>
        <translation>Dau berson wedi&apos;r cyfan…</translation>
    </message>
    <message>
        <source>Two records were made one by mistake</source>
        <translation>Gwnaed dau gofnod yn un trwy gamgymeriad</translation>
    </message>
    <message>
        <source>Signed papers</source>
        <translation>Papurau wedi&apos;u llofnodi</translation>
    </message>
    <message>
        <source>Add a scan…</source>
        <translation>Ychwanegu sgan…</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Edrych arno</translation>
    </message>
    <message>
        <source>Parents were told…</source>
        <translation>Dywedwyd wrth y rhieni…</translation>
    </message>
    <message>
        <source>Everything held…</source>
        <translation>Popeth a gedwir…</translation>
    </message>
    <message>
        <source>A folder with all that is held about this person, for a subject access request</source>
        <translation>Ffolder gyda phopeth a gedwir am y person hwn, ar gyfer cais gwrthrych am wybodaeth</translation>
    </message>
    <message>
        <source>About this person</source>
        <translation>Am y person hwn</translation>
    </message>
    <message>
        <source>Every answer</source>
        <translation>Pob ateb</translation>
    </message>
    <message>
        <source>Recognising</source>
        <translation>Adnabod</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>Papurau</translation>
    </message>
    <message>
        <source>{carer}, without parental responsibility</source>
        <translation>{carer}, heb gyfrifoldeb rhiant</translation>
    </message>
    <message>
        <source>left on {day}</source>
        <translation>gadawodd ar {day}</translation>
    </message>
    <message>
        <source>Lift “never publish”…</source>
        <translation>Codi “byth i&apos;w gyhoeddi”…</translation>
    </message>
    <message>
        <source>Never publish…</source>
        <translation>Byth i&apos;w gyhoeddi…</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>{kind}: {sentence}</source>
        <translation>{kind}: {sentence}</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Diwrnod</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ateb</translation>
    </message>
    <message>
        <source>From whom</source>
        <translation>Gan bwy</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hyd at</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Ffurflen</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Cofnodwyd gan</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Derbyniwyd</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Atebion</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Cadwyd gan</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Beth</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>llun</translation>
    </message>
    <message>
        <source>Matching is off for this school, so no picture can be added. Nothing is lost by it.</source>
        <translation>Mae paru wedi&apos;i ddiffodd ar gyfer yr ysgol hon, felly ni ellir ychwanegu llun. Ni chollir dim o&apos;r herwydd.</translation>
    </message>
    <message>
        <source>There is a biometric consent. Kept as numbers: {pictures}.</source>
        <translation>Mae caniatâd biometrig. Wedi&apos;u cadw fel rhifau: {pictures}.</translation>
    </message>
    <message>
        <source>No picture may be kept: {reason}. Whoever reviews names this person by hand.</source>
        <translation>Ni chaniateir cadw llun: {reason}. Mae pwy bynnag sy&apos;n adolygu yn enwi&apos;r person hwn â llaw.</translation>
    </message>
    <message>
        <source>The newest picture is from {day}. Children change: add a new one.</source>
        <translation>Mae&apos;r llun diweddaraf o {day}. Mae plant yn newid: ychwanegwch un newydd.</translation>
    </message>
    <message>
        <source>No signed paper is kept yet. Scan a form, and add it here as the proof of an answer.</source>
        <translation>Nid oes papur wedi&apos;i lofnodi wedi&apos;i gadw eto. Sganiwch ffurflen, a&apos;i hychwanegu yma fel prawf o ateb.</translation>
    </message>
    <message>
        <source>asked on {asked} for what is held: answer by {due}</source>
        <translation>gofynnwyd ar {asked} am yr hyn a gedwir: ateb erbyn {due}</translation>
    </message>
    <message>
        <source>Answer went out…</source>
        <translation>Anfonwyd yr ateb…</translation>
    </message>
    <message>
        <source>Asked what is held…</source>
        <translation>Gofyn beth a gedwir…</translation>
    </message>
</context>
<context>
    <name>PersonCarers</name>
    <message>
        <source>This counts differently from now on:</source>
        <translation>Mae hyn yn cyfrif yn wahanol o hyn ymlaen:</translation>
    </message>
    <message>
        <source>Change the carers</source>
        <translation>Newid y gofalwyr</translation>
    </message>
    <message>
        <source>Changed. The answers count by the carers as they are now.</source>
        <translation>Newidiwyd. Mae&apos;r atebion yn cyfrif yn ôl y gofalwyr fel y maent nawr.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>{kind}: no longer on {platforms}</source>
        <translation>{kind}: nid mwyach ar {platforms}</translation>
    </message>
    <message>
        <source>{kind}: from now on, on {platforms}</source>
        <translation>{kind}: o hyn ymlaen, ar {platforms}</translation>
    </message>
    <message>
        <source>Posts that then must come down: {n}</source>
        <translation>Postiadau y mae&apos;n rhaid eu tynnu i lawr wedyn: {n}</translation>
    </message>
    <message>
        <source>{kind}: {pictures} destroyed, which cannot be undone</source>
        <translation>{kind}: dinistrir {pictures}, ac ni ellir dadwneud hynny</translation>
    </message>
    <message>
        <source>{kind}: there is a consent from now on</source>
        <translation>{kind}: mae caniatâd o hyn ymlaen</translation>
    </message>
    <message>
        <source>{kind}: not until every parent was told</source>
        <translation>{kind}: nid nes i bob rhiant gael gwybod</translation>
    </message>
    <message>
        <source>{kind}: there is no consent any more</source>
        <translation>{kind}: nid oes caniatâd mwyach</translation>
    </message>
</context>
<context>
    <name>PersonDoings</name>
    <message>
        <source>Recorded. It counts from now on.</source>
        <translation>Wedi&apos;i gofnodi. Mae&apos;n cyfrif o hyn ymlaen.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>Wedi&apos;i gofnodi.</translation>
    </message>
    <message>
        <source>Recorded. Answers that still stand count again.</source>
        <translation>Wedi&apos;i gofnodi. Mae atebion sy&apos;n dal i sefyll yn cyfrif eto.</translation>
    </message>
    <message>
        <source>Lifted.</source>
        <translation>Wedi&apos;i godi.</translation>
    </message>
    <message>
        <source>Marked. It holds on every platform from now on.</source>
        <translation>Wedi&apos;i farcio. Mae&apos;n dal ar bob platfform o hyn ymlaen.</translation>
    </message>
    <message>
        <source>A new folder for everything that is held</source>
        <translation>Ffolder newydd ar gyfer popeth a gedwir</translation>
    </message>
    <message>
        <source>Make</source>
        <translation>Gwneud</translation>
    </message>
    <message>
        <source>Gathering everything…</source>
        <translation>Wrthi&apos;n casglu popeth…</translation>
    </message>
    <message>
        <source>The folder is written. It is not encrypted: hand it over safely, and delete it then.</source>
        <translation>Mae&apos;r ffolder wedi&apos;i hysgrifennu. Nid yw wedi&apos;i hamgryptio: trosglwyddwch hi&apos;n ddiogel, ac yna ei dileu.</translation>
    </message>
    <message>
        <source>Covering other people: {done} of {total}</source>
        <translation>Gorchuddio pobl eraill: {done} o {total}</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>Dewiswch luniau</translation>
    </message>
    <message>
        <source>Pictures (*.jpg *.jpeg *.png *.heic)</source>
        <translation>Lluniau (*.jpg *.jpeg *.png *.heic)</translation>
    </message>
    <message>
        <source>{file}: {sentence}</source>
        <translation>{file}: {sentence}</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>Wrthi&apos;n edrych ar y lluniau…</translation>
    </message>
    <message>
        <source>Destroy what is kept to recognise this person? New pictures can be added later.</source>
        <translation>Dinistrio&apos;r hyn a gedwir i adnabod y person hwn? Gellir ychwanegu lluniau newydd yn nes ymlaen.</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Dinistrio</translation>
    </message>
    <message>
        <source>Destroyed.</source>
        <translation>Wedi&apos;i ddinistrio.</translation>
    </message>
</context>
<context>
    <name>PersonJoining</name>
    <message>
        <source>Both records have a number of their own, so they may be two people. Correct the wrong number first, if it is one person.</source>
        <translation>Mae gan y ddau gofnod eu rhif eu hunain, felly gallant fod yn ddau berson. Cywirwch y rhif anghywir yn gyntaf, os un person ydyw.</translation>
    </message>
    <message>
        <source>They are one person now. It can be taken back here.</source>
        <translation>Un person ydynt bellach. Gellir ei dynnu&apos;n ôl yma.</translation>
    </message>
    <message>
        <source>They are two people again: {first} and {second}.</source>
        <translation>Dau berson ydynt eto: {first} a {second}.</translation>
    </message>
    <message>
        <source>Look at the posts that show one of them, under History.</source>
        <translation>Edrychwch ar y postiadau sy&apos;n dangos un ohonynt, dan Hanes.</translation>
    </message>
</context>
<context>
    <name>PersonPapers</name>
    <message>
        <source>Kept, encrypted. Delete the scan where the scanner left it.</source>
        <translation>Wedi&apos;i gadw, wedi&apos;i amgryptio. Dilëwch y sgan lle gadawodd y sganiwr ef.</translation>
    </message>
</context>
<context>
    <name>PersonRequests</name>
    <message>
        <source>Recorded.</source>
        <translation>Wedi&apos;i gofnodi.</translation>
    </message>
</context>
<context>
    <name>PhotoCanvas</name>
    <message>
        <source>As published</source>
        <translation>Fel cyhoeddiad</translation>
    </message>
</context>
<context>
    <name>PhotoTicks</name>
    <message>
        <source>Photos on the device</source>
        <translation>Lluniau ar y ddyfais</translation>
    </message>
    <message>
        <source>Space ticks the photo in front</source>
        <translation>Mae&apos;r bylchwr yn ticio&apos;r llun o&apos;ch blaen</translation>
    </message>
</context>
<context>
    <name>PlanTable</name>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Copïau</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>I ble</translation>
    </message>
    <message>
        <source>What each platform gets</source>
        <translation>Beth mae pob platfform yn ei gael</translation>
    </message>
    <message>
        <source>{out} of {total} out</source>
        <translation>{out} o {total} allan</translation>
    </message>
    <message>
        <source>a folder of its own in the folder below</source>
        <translation>ei ffolder ei hun yn y ffolder isod</translation>
    </message>
</context>
<context>
    <name>PlatformDialog</name>
    <message>
        <source>Change</source>
        <translation>Newid</translation>
    </message>
    <message>
        <source>Names may be shown, with a permission for it</source>
        <translation>Gellir dangos enwau, gyda chaniatâd ar gyfer hynny</translation>
    </message>
    <message>
        <source>Only photos of groups</source>
        <translation>Dim ond lluniau o grwpiau</translation>
    </message>
    <message>
        <source>Write the source on each photo</source>
        <translation>Ysgrifennu&apos;r ffynhonnell ar bob llun</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gwisg ysgol</translation>
    </message>
    <message>
        <source>&amp;Uniform</source>
        <translation>&amp;Gwisg ysgol</translation>
    </message>
    <message>
        <source>&amp;Address of the official account</source>
        <translation>&amp;Cyfeiriad y cyfrif swyddogol</translation>
    </message>
    <message>
        <source>School &amp;e-mail of the account</source>
        <translation>&amp;E-bost ysgol y cyfrif</translation>
    </message>
    <message>
        <source>Staff who stand behind it: two or more</source>
        <translation>Staff sydd y tu ôl iddo: dau neu fwy</translation>
    </message>
</context>
<context>
    <name>PlatformsSection</name>
    <message>
        <source>Platforms and official accounts</source>
        <translation>Platfformau a chyfrifon swyddogol</translation>
    </message>
    <message>
        <source>Two named members of staff stand behind each official account.</source>
        <translation>Mae dau aelod o staff a enwir y tu ôl i bob cyfrif swyddogol.</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Platfformau</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Newid…</translation>
    </message>
    <message>
        <source>Ready-made platforms</source>
        <translation>Platfformau parod</translation>
    </message>
    <message>
        <source>Add this platform</source>
        <translation>Ychwanegu&apos;r platfform hwn</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Rheolau</translation>
    </message>
    <message>
        <source>Official account</source>
        <translation>Cyfrif swyddogol</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Cymeradwywyd</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>dim un eto</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ddim eto</translation>
    </message>
    <message>
        <source>names are shown</source>
        <translation>dangosir enwau</translation>
    </message>
    <message>
        <source>names are covered</source>
        <translation>gorchuddir enwau</translation>
    </message>
    <message>
        <source>only groups</source>
        <translation>grwpiau yn unig</translation>
    </message>
    <message>
        <source>source on the photo</source>
        <translation>ffynhonnell ar y llun</translation>
    </message>
    <message>
        <source>Added.</source>
        <translation>Wedi&apos;i ychwanegu.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>More could be seen there than before. A second admin agrees here.</source>
        <translation>Gellid gweld mwy yno nag o&apos;r blaen. Mae ail weinyddwr yn cytuno yma.</translation>
    </message>
    <message>
        <source>Stop posting there</source>
        <translation>Rhoi&apos;r gorau i bostio yno</translation>
    </message>
    <message>
        <source>Post there again</source>
        <translation>Postio yno eto</translation>
    </message>
    <message>
        <source>No new photo goes there. What was posted stays in the history.</source>
        <translation>Nid oes llun newydd yn mynd yno. Mae&apos;r hyn a bostiwyd yn aros yn yr hanes.</translation>
    </message>
    <message>
        <source>Photos may go there again.</source>
        <translation>Caiff lluniau fynd yno eto.</translation>
    </message>
    <message>
        <source>nothing new since {day}</source>
        <translation>dim byd newydd ers {day}</translation>
    </message>
</context>
<context>
    <name>PolicySection</name>
    <message>
        <source>Policy</source>
        <translation>Polisi</translation>
    </message>
    <message>
        <source>Staff read and confirm each new version before they go on working.</source>
        <translation>Mae staff yn darllen ac yn cadarnhau pob fersiwn newydd cyn parhau i weithio.</translation>
    </message>
    <message>
        <source>Text and review</source>
        <translation>Testun ac adolygiad</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>&amp;Fersiwn</translation>
    </message>
    <message>
        <source>A new one makes everybody read the policy again</source>
        <translation>Mae un newydd yn gwneud i bawb ddarllen y polisi eto</translation>
    </message>
    <message>
        <source>&amp;Who looks after it</source>
        <translation>&amp;Pwy sy&apos;n gofalu amdano</translation>
    </message>
    <message>
        <source>&amp;Next review</source>
        <translation>Adolygiad &amp;nesaf</translation>
    </message>
    <message>
        <source>&amp;Text that staff read and confirm</source>
        <translation>&amp;Testun y mae staff yn ei ddarllen a&apos;i gadarnhau</translation>
    </message>
    <message>
        <source>Put into force</source>
        <translation>Rhoi mewn grym</translation>
    </message>
    <message>
        <source>Originals on the school&apos;s own devices</source>
        <translation>Rhai gwreiddiol ar ddyfeisiau&apos;r ysgol ei hun</translation>
    </message>
    <message>
        <source>Delete them when their copies are proven</source>
        <translation>Eu dileu pan fydd eu copïau wedi&apos;u profi</translation>
    </message>
    <message>
        <source>Without it they stay where they are. To switch it on, a second admin agrees here.</source>
        <translation>Hebddo maent yn aros lle maent. I&apos;w droi ymlaen, mae ail weinyddwr yn cytuno yma.</translation>
    </message>
    <message>
        <source>Change this…</source>
        <translation>Newid hyn…</translation>
    </message>
    <message>
        <source>Recognising faces</source>
        <translation>Adnabod wynebau</translation>
    </message>
    <message>
        <source>&amp;Impact assessment</source>
        <translation>&amp;Asesiad effaith</translation>
    </message>
    <message>
        <source>Its reference in the school&apos;s papers</source>
        <translation>Ei gyfeirnod ym mhapurau&apos;r ysgol</translation>
    </message>
    <message>
        <source>&amp;Day of the assessment</source>
        <translation>&amp;Diwrnod yr asesiad</translation>
    </message>
    <message>
        <source>Switch matching on</source>
        <translation>Troi paru ymlaen</translation>
    </message>
    <message>
        <source>Switch matching off…</source>
        <translation>Diffodd paru…</translation>
    </message>
    <message>
        <source>How long things are kept</source>
        <translation>Am ba hyd y cedwir pethau</translation>
    </message>
    <message>
        <source>&amp;Photos, in days</source>
        <translation>&amp;Lluniau, mewn diwrnodau</translation>
    </message>
    <message>
        <source>&amp;Told before photos go, in days</source>
        <translation>&amp;Rhybudd cyn i luniau fynd, mewn dyddiau</translation>
    </message>
    <message>
        <source>Records of who has &amp;left, in days</source>
        <translation>Cofnodion pwy sydd wedi &amp;gadael, mewn diwrnodau</translation>
    </message>
    <message>
        <source>Keep reference faces, to compare by eye</source>
        <translation>Cadw wynebau cyfeirio, i&apos;w cymharu â llygad</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Newid</translation>
    </message>
    <message>
        <source>Matching is on, by {assessment} of {day}. Only people with a biometric consent are matched.</source>
        <translation>Mae paru ymlaen, yn ôl {assessment} dyddiedig {day}. Dim ond pobl â chaniatâd biometrig a gaiff eu paru.</translation>
    </message>
    <message>
        <source>Matching is off. Name the impact assessment to switch it on.</source>
        <translation>Mae paru wedi&apos;i ddiffodd. Enwch yr asesiad effaith i&apos;w droi ymlaen.</translation>
    </message>
    <message>
        <source>In force. Staff are asked to read it when they sign in.</source>
        <translation>Mewn grym. Gofynnir i staff ei ddarllen wrth fewngofnodi.</translation>
    </message>
    <message>
        <source>Name the impact assessment first.</source>
        <translation>Enwch yr asesiad effaith yn gyntaf.</translation>
    </message>
    <message>
        <source>Matching is on for people with a biometric consent.</source>
        <translation>Mae paru ymlaen ar gyfer pobl â chaniatâd biometrig.</translation>
    </message>
    <message>
        <source>Switch matching off? Everything that is kept to recognise people is destroyed.</source>
        <translation>Diffodd paru? Dinistrir popeth a gedwir i adnabod pobl.</translation>
    </message>
    <message>
        <source>Switch off and destroy</source>
        <translation>Diffodd a dinistrio</translation>
    </message>
    <message>
        <source>Matching is off. Nothing is kept to recognise people.</source>
        <translation>Mae paru wedi&apos;i ddiffodd. Ni chedwir dim i adnabod pobl.</translation>
    </message>
    <message>
        <source>This makes a rule looser that protects people. A second data protection lead agrees here.</source>
        <translation>Mae hyn yn llacio rheol sy&apos;n amddiffyn pobl. Mae ail arweinydd diogelu data yn cytuno yma.</translation>
    </message>
    <message>
        <source>Originals would be deleted from the school&apos;s own devices. A second admin agrees here.</source>
        <translation>Byddai rhai gwreiddiol yn cael eu dileu o ddyfeisiau&apos;r ysgol ei hun. Mae ail weinyddwr yn cytuno yma.</translation>
    </message>
    <message>
        <source>The clock counts again.</source>
        <translation>Mae&apos;r cloc yn cyfrif eto.</translation>
    </message>
    <message>
        <source>Permissions that ran out by the wrong clock count again. A second lead agrees here.</source>
        <translation>Mae caniatadau a ddaeth i ben yn ôl y cloc anghywir yn cyfrif eto. Mae ail arweinydd yn cytuno yma.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Wedi&apos;i newid.</translation>
    </message>
</context>
<context>
    <name>ProgressCard</name>
    <message>
        <source>Stop</source>
        <translation>Stopio</translation>
    </message>
    <message>
        <source>Stop after this photo; what is finished is kept</source>
        <translation>Stopio ar ôl y llun hwn; cedwir yr hyn a orffennwyd</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wrthi&apos;n stopio…</translation>
    </message>
</context>
<context>
    <name>ProtectionCard</name>
    <message>
        <source>Rules that protect people</source>
        <translation>Rheolau sy&apos;n amddiffyn pobl</translation>
    </message>
    <message>
        <source>To make one of them looser, a second lead agrees here.</source>
        <translation>I lacio un ohonynt, mae ail arweinydd yn cytuno yma.</translation>
    </message>
    <message>
        <source>Someone whom the school never publishes</source>
        <translation>Rhywun nad yw&apos;r ysgol byth yn ei gyhoeddi</translation>
    </message>
    <message>
        <source>block the whole photo</source>
        <translation>rhwystro&apos;r llun cyfan</translation>
    </message>
    <message>
        <source>cover the person</source>
        <translation>gorchuddio&apos;r person</translation>
    </message>
    <message>
        <source>&amp;Someone whom the school never publishes</source>
        <translation>&amp;Rhywun nad yw&apos;r ysgol byth yn ei gyhoeddi</translation>
    </message>
    <message>
        <source>People who make a &amp;group</source>
        <translation>Pobl sy&apos;n gwneud &amp;grŵp</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>dim terfyn</translation>
    </message>
    <message>
        <source>S&amp;mallest face that is shown, in pixels</source>
        <translation>&amp;Wyneb lleiaf a ddangosir, mewn picseli</translation>
    </message>
    <message>
        <source>As published; a smaller face is covered, whoever it is</source>
        <translation>Fel y&apos;i cyhoeddir; gorchuddir wyneb llai, pwy bynnag ydyw</translation>
    </message>
    <message>
        <source>Days for which an approval &amp;holds</source>
        <translation>&amp;Dyddiau y mae cymeradwyaeth yn para</translation>
    </message>
    <message>
        <source>Change these rules…</source>
        <translation>Newid y rheolau hyn…</translation>
    </message>
</context>
<context>
    <name>PublishedPeek</name>
    <message>
        <source>Making the picture as it would be published…</source>
        <translation>Wrthi&apos;n gwneud y llun fel y byddai&apos;n cael ei gyhoeddi…</translation>
    </message>
    <message>
        <source>This photo would not be published on {platform}.</source>
        <translation>Ni fyddai&apos;r llun hwn yn cael ei gyhoeddi ar {platform}.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Edrych yn:</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translation>&amp;Dewis</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translation>Cyfeiriadur:</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translation>&amp;Enw&apos;r ffeil:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Ffeiliau o&apos;r math:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>&amp;Agor</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Cadw</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translation>Y cyfeiriadur uwch</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translation>Creu ffolder newydd</translation>
    </message>
    <message>
        <source>List View</source>
        <translation>Golwg rhestr</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translation>Golwg manylion</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Dadwneud</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ail-wneud</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Torri</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copïo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Gludo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Dewis y cyfan</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>Iawn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ie</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nage</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Dadwneud</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Ail-wneud</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Torri</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copïo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Gludo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Dewis y cyfan</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>Recovery &amp;key</source>
        <translation>&amp;Allwedd adfer</translation>
    </message>
    <message>
        <source>As it was printed; small letters will do</source>
        <translation>Fel y&apos;i hargraffwyd; gwna llythrennau bach y tro</translation>
    </message>
    <message>
        <source>&amp;User name of the admin</source>
        <translation>Enw &amp;defnyddiwr y gweinyddwr</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>&amp;Cyfrinair newydd</translation>
    </message>
    <message>
        <source>New password &amp;again</source>
        <translation>Y cyfrinair newydd &amp;eto</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Set the new password</source>
        <translation>Gosod y cyfrinair newydd</translation>
    </message>
    <message>
        <source>An admin can give anyone else a new password under Settings. If no admin can sign in, type the recovery key from the school&apos;s safe.</source>
        <translation>Gall gweinyddwr roi cyfrinair newydd i unrhyw un arall o dan Gosodiadau. Os na all yr un gweinyddwr fewngofnodi, teipiwch yr allwedd adfer o sêff yr ysgol.</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>Wedi anghofio&apos;r cyfrinair</translation>
    </message>
    <message>
        <source>Fill in every field.</source>
        <translation>Llenwch bob maes.</translation>
    </message>
    <message>
        <source>The new password was not typed the same twice.</source>
        <translation>Ni theipiwyd y cyfrinair newydd yr un fath ddwywaith.</translation>
    </message>
</context>
<context>
    <name>RefusedList</name>
    <message>
        <source>{files} could not be used</source>
        <translation>Ni ellid defnyddio {files}</translation>
    </message>
    <message>
        <source>Delete {photos} here…</source>
        <translation>Dileu {photos} yma…</translation>
    </message>
</context>
<context>
    <name>RegisterList</name>
    <message>
        <source>Name, class or number</source>
        <translation>Enw, dosbarth neu rif</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Chwilio</translation>
    </message>
    <message>
        <source>Part of a name, a class or a number</source>
        <translation>Rhan o enw, dosbarth neu rif</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Dosbarth</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Blwyddyn</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>What the answer is about</source>
        <translation>Am beth mae&apos;r ateb</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ateb</translation>
    </message>
    <message>
        <source>Who has left</source>
        <translation>Pwy sydd wedi gadael</translation>
    </message>
    <message>
        <source>The register</source>
        <translation>Y gofrestr</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Add a person…</source>
        <translation>Ychwanegu person…</translation>
    </message>
    <message>
        <source>Bring in the roll…</source>
        <translation>Mewnforio&apos;r rhestr…</translation>
    </message>
    <message>
        <source>Answers for a class…</source>
        <translation>Atebion ar gyfer dosbarth…</translation>
    </message>
    <message>
        <source>People and permissions</source>
        <translation>Pobl a chaniatadau</translation>
    </message>
    <message>
        <source>Every class</source>
        <translation>Pob dosbarth</translation>
    </message>
    <message>
        <source>Every year</source>
        <translation>Pob blwyddyn</translation>
    </message>
    <message>
        <source>Year {year}</source>
        <translation>Blwyddyn {year}</translation>
    </message>
    <message>
        <source>Everyone</source>
        <translation>Pawb</translation>
    </message>
    <message>
        <source>Any answer</source>
        <translation>Unrhyw ateb</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>{platform}: {kind}</source>
        <translation>{platform}: {kind}</translation>
    </message>
    <message>
        <source>Yes for</source>
        <translation>Ie ar gyfer</translation>
    </message>
    <message>
        <source>No one is found. Ask for less above, or bring the roll in.</source>
        <translation>Ni cheir hyd i neb. Gofynnwch am lai uchod, neu mewnforiwch y rhestr.</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>The answer about {name} went out</source>
        <translation>Anfonwyd yr ateb am {name}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Cofnodi</translation>
    </message>
    <message>
        <source>Then nothing is due any more. The log keeps the day.</source>
        <translation>Yna nid oes dim yn ddyledus mwyach. Mae&apos;r cofnod yn cadw&apos;r diwrnod.</translation>
    </message>
    <message>
        <source>Someone asked what is held about {name}</source>
        <translation>Gofynnodd rhywun beth a gedwir am {name}</translation>
    </message>
    <message>
        <source>The answer is due a month after the day on which the request came.</source>
        <translation>Mae&apos;r ateb yn ddyledus fis ar ôl y diwrnod y daeth y cais.</translation>
    </message>
    <message>
        <source>&amp;Day of the answer</source>
        <translation>&amp;Diwrnod yr ateb</translation>
    </message>
    <message>
        <source>&amp;Day of the request</source>
        <translation>&amp;Diwrnod y cais</translation>
    </message>
</context>
<context>
    <name>ReviewActs</name>
    <message>
        <source>Paint with the mouse; the wheel sizes the brush. By keyboard: the arrows move it, [ and ] size it, Enter puts it down and lifts it, Escape puts it away.</source>
        <translation>Peintiwch gyda&apos;r llygoden; mae&apos;r olwyn yn newid maint y brwsh. Gyda&apos;r bysellfwrdd: mae&apos;r saethau yn ei symud, mae [ a ] yn newid ei faint, mae Enter yn ei roi i lawr ac yn ei godi, mae Escape yn ei gadw.</translation>
    </message>
    <message>
        <source>Not clear who this is: choose with 1 to 3, type a name (N), or Backspace.</source>
        <translation>Nid yw&apos;n glir pwy yw hwn: dewiswch ag 1 i 3, teipiwch enw (N), neu Backspace.</translation>
    </message>
    <message>
        <source>Choose a person first.</source>
        <translation>Dewiswch berson yn gyntaf.</translation>
    </message>
    <message>
        <source>Choose someone or something in the photo first.</source>
        <translation>Dewiswch rywun neu rywbeth yn y llun yn gyntaf.</translation>
    </message>
    <message>
        <source>This cannot be removed.</source>
        <translation>Ni ellir tynnu hwn.</translation>
    </message>
    <message>
        <source>Several people are called that: choose with the arrow keys, or type on.</source>
        <translation>Mae sawl person o&apos;r enw hwnnw: dewiswch â&apos;r bysellau saeth, neu daliwch i deipio.</translation>
    </message>
    <message>
        <source>No one on the register is called that. Try another part of the name.</source>
        <translation>Nid oes neb ar y gofrestr o&apos;r enw hwnnw. Rhowch gynnig ar ran arall o&apos;r enw.</translation>
    </message>
</context>
<context>
    <name>ReviewAsking</name>
    <message>
        <source>Nothing to ask for yet: every photo still has a question.</source>
        <translation>Dim byd i ofyn amdano eto: mae cwestiwn ar ôl am bob llun.</translation>
    </message>
    <message>
        <source>Preparing the copies: {done} of {total}</source>
        <translation>Paratoi&apos;r copïau: {done} o {total}</translation>
    </message>
    <message>
        <source>Every question in this batch is answered.</source>
        <translation>Mae pob cwestiwn yn y swp hwn wedi&apos;i ateb.</translation>
    </message>
    <message>
        <source>Ask for approval ({n})</source>
        <translation>Ceisio cymeradwyaeth ({n})</translation>
    </message>
    <message>
        <source>Look at the words</source>
        <translation>Edrych ar y geiriau</translation>
    </message>
    <message>
        <source>Approval is asked for {photos}. Now it is a colleague&apos;s turn to look.</source>
        <translation>Gofynnir am gymeradwyaeth ar gyfer {photos}. Tro cydweithiwr yw edrych nawr.</translation>
    </message>
    <message>
        <source>{n} still wait for an answer here.</source>
        <translation>Mae {n} yn dal i aros am ateb yma.</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Hafan</translation>
    </message>
</context>
<context>
    <name>ReviewCaptions</name>
    <message>
        <source>Words beside the photo: {platform}</source>
        <translation>Y geiriau wrth ymyl y llun: {platform}</translation>
    </message>
</context>
<context>
    <name>ReviewDelete</name>
    <message>
        <source>Approval is just being asked for. Delete the photo after that.</source>
        <translation>Mae cymeradwyaeth yn cael ei cheisio ar hyn o bryd. Dilëwch y llun wedi hynny.</translation>
    </message>
</context>
<context>
    <name>ReviewDrawing</name>
    <message>
        <source>A face</source>
        <translation>Wyneb</translation>
    </message>
    <message>
        <source>A whole person, or someone from behind</source>
        <translation>Person cyfan, neu rywun o&apos;r cefn</translation>
    </message>
    <message>
        <source>A name or other writing</source>
        <translation>Enw neu ysgrifen arall</translation>
    </message>
    <message>
        <source>Something else to hide</source>
        <translation>Rhywbeth arall i&apos;w guddio</translation>
    </message>
</context>
<context>
    <name>ReviewFrame</name>
    <message>
        <source>The photo</source>
        <translation>Y llun</translation>
    </message>
    <message>
        <source>Tab goes to the next open person; Space shows it as published</source>
        <translation>Mae Tab yn mynd i&apos;r person agored nesaf; mae Space yn ei ddangos fel y&apos;i cyhoeddir</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Fel cyhoeddiad</translation>
    </message>
    <message>
        <source>Hold to see the photo as it would be published</source>
        <translation>Daliwch i weld y llun fel y byddai&apos;n cael ei gyhoeddi</translation>
    </message>
    <message>
        <source>The photos of this batch</source>
        <translation>Lluniau&apos;r swp hwn</translation>
    </message>
    <message>
        <source>In this photo</source>
        <translation>Yn y llun hwn</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Yr un person</translation>
    </message>
    <message>
        <source>{done} of {total} answered</source>
        <translation>Atebwyd {done} o {total}</translation>
    </message>
    <message>
        <source>Ask for approval ({n})</source>
        <translation>Ceisio cymeradwyaeth ({n})</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Ceisio cymeradwyaeth</translation>
    </message>
    <message>
        <source>Send the answered photos to a colleague, who looks and says go live</source>
        <translation>Anfon y lluniau a atebwyd at gydweithiwr, sy&apos;n edrych ac yn dweud mynd yn fyw</translation>
    </message>
    <message>
        <source>{n} more to come</source>
        <translation>{n} arall i ddod</translation>
    </message>
    <message>
        <source>{name}: {photos} more</source>
        <translation>{name}: {photos} arall</translation>
    </message>
    <message>
        <source>See where else in this batch the same person may be, and confirm them together</source>
        <translation>Gweld ble arall yn y swp hwn y gall yr un person fod, a&apos;u cadarnhau gyda&apos;i gilydd</translation>
    </message>
    <message>
        <source>Nothing here waits for you. Choose someone to correct, or press {key} to go on.</source>
        <translation>Nid oes dim yma&apos;n aros amdanoch. Dewiswch rywun i&apos;w gywiro, neu pwyswch {key} i fynd ymlaen.</translation>
    </message>
    <message>
        <source>No one and nothing was found. Look yourself; draw (B) what was missed.</source>
        <translation>Ni ddaethpwyd o hyd i neb na dim. Edrychwch eich hun; lluniwch (B) yr hyn a fethwyd.</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Nothing to review</source>
        <translation>Dim i&apos;w adolygu</translation>
    </message>
    <message>
        <source>Photos that are brought in wait here until everyone in them is named or covered.</source>
        <translation>Mae lluniau y daethpwyd â nhw i mewn yn aros yma nes bod pawb ynddynt wedi&apos;u henwi neu eu gorchuddio.</translation>
    </message>
    <message>
        <source>Opening the photo…</source>
        <translation>Wrthi&apos;n agor y llun…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Mynd ymlaen</translation>
    </message>
</context>
<context>
    <name>RolesDialog</name>
    <message>
        <source>Roles of {name}</source>
        <translation>Rolau {name}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Newid</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rolau</translation>
    </message>
    <message>
        <source>Tick at least one role.</source>
        <translation>Ticiwch o leiaf un rôl.</translation>
    </message>
</context>
<context>
    <name>SamePerson</name>
    <message>
        <source>Not on the list</source>
        <translation>Ddim ar y rhestr</translation>
    </message>
    <message>
        <source>Where else is {name}? Untick whoever is someone else.</source>
        <translation>Ble arall mae {name}? Dad-diciwch unrhyw un sy&apos;n rhywun arall.</translation>
    </message>
    <message>
        <source>{name} in {photos}</source>
        <translation>{name} mewn {photos}</translation>
    </message>
    <message>
        <source>Not on the list in {photos}</source>
        <translation>Ddim ar y rhestr mewn {photos}</translation>
    </message>
    <message>
        <source>Where else is this stranger? Untick whoever is someone else.</source>
        <translation>Ble arall mae&apos;r dieithryn hwn? Dad-diciwch unrhyw un sy&apos;n rhywun arall.</translation>
    </message>
</context>
<context>
    <name>ScanDialog</name>
    <message>
        <source>A signed paper of {name}</source>
        <translation>Papur wedi&apos;i lofnodi {name}</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Ei gadw</translation>
    </message>
    <message>
        <source>It is kept encrypted, as it came. An answer can then name it as its proof.</source>
        <translation>Fe&apos;i cedwir wedi&apos;i amgryptio, fel y daeth. Gall ateb wedyn ei enwi fel ei brawf.</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>Sgan</translation>
    </message>
    <message>
        <source>Choose the scan</source>
        <translation>Dewis y sgan</translation>
    </message>
    <message>
        <source>Scans (*.pdf *.jpg *.jpeg *.png)</source>
        <translation>Sganiau (*.pdf *.jpg *.jpeg *.png)</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>&amp;Sgan</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Ffurflen</translation>
    </message>
    <message>
        <source>Which wording was signed, such as “Photo form 2026”</source>
        <translation>Pa eiriad a lofnodwyd, megis “Ffurflen luniau 2026”</translation>
    </message>
    <message>
        <source>&amp;Day on which it came in</source>
        <translation>&amp;Diwrnod y daeth i mewn</translation>
    </message>
    <message>
        <source>Choose the scan first.</source>
        <translation>Dewiswch y sgan yn gyntaf.</translation>
    </message>
    <message>
        <source>Say which form it is.</source>
        <translation>Dywedwch pa ffurflen ydyw.</translation>
    </message>
</context>
<context>
    <name>SecondPersonDialog</name>
    <message>
        <source>Two people agree</source>
        <translation>Dau berson yn cytuno</translation>
    </message>
    <message>
        <source>Agree and change</source>
        <translation>Cytuno a newid</translation>
    </message>
    <message>
        <source>&amp;User name of the second person</source>
        <translation>&amp;Enw defnyddiwr yr ail berson</translation>
    </message>
    <message>
        <source>&amp;Password of the second person</source>
        <translation>&amp;Cyfrinair yr ail berson</translation>
    </message>
    <message>
        <source>Fill in every field.</source>
        <translation>Llenwch bob maes.</translation>
    </message>
</context>
<context>
    <name>SendBackDialog</name>
    <message>
        <source>The whole photo</source>
        <translation>Y llun cyfan</translation>
    </message>
    <message>
        <source>What is meant</source>
        <translation>Beth a olygir</translation>
    </message>
    <message>
        <source>Such as: please cover the boy at the back</source>
        <translation>Er enghraifft: gorchuddiwch y bachgen yn y cefn, os gwelwch yn dda</translation>
    </message>
    <message>
        <source>What should be mended</source>
        <translation>Beth ddylid ei gywiro</translation>
    </message>
    <message>
        <source>Ctrl+Enter sends it back</source>
        <translation>Mae Ctrl+Enter yn ei anfon yn ôl</translation>
    </message>
    <message>
        <source>Send back</source>
        <translation>Anfon yn ôl</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Dim nawr</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>&amp;Ynghylch</translation>
    </message>
    <message>
        <source>&amp;What should be mended?</source>
        <translation>&amp;Beth ddylid ei gywiro?</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Back</source>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nesaf</translation>
    </message>
    <message>
        <source>&amp;Name of the school</source>
        <translation>&amp;Enw&apos;r ysgol</translation>
    </message>
    <message>
        <source>Names on &amp;clothes and signs</source>
        <translation>Enwau ar &amp;ddillad ac arwyddion</translation>
    </message>
    <message>
        <source>With commas between them; they are looked for in photos</source>
        <translation>Gyda choma rhyngddynt; chwilir amdanynt mewn lluniau</translation>
    </message>
    <message>
        <source>Tick where your school posts. Each platform has careful rules, which you can change later.</source>
        <translation>Ticiwch ble mae eich ysgol yn postio. Mae gan bob platfform reolau gofalus, y gallwch eu newid yn nes ymlaen.</translation>
    </message>
    <message>
        <source>If nobody remembers a password, this key is the only way in. Print it or write it down, keep it in the school&apos;s safe, and type it back. It is shown this once and kept nowhere.</source>
        <translation>Os nad oes neb yn cofio cyfrinair, yr allwedd hon yw&apos;r unig ffordd i mewn. Argraffwch hi neu ei hysgrifennu, cadwch hi yn sêff yr ysgol, a&apos;i theipio&apos;n ôl. Fe&apos;i dangosir yr un tro hwn ac ni chedwir hi yn unman.</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>Yr allwedd adfer</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Argraffu…</translation>
    </message>
    <message>
        <source>&amp;Type the key back</source>
        <translation>&amp;Teipiwch yr allwedd yn ôl</translation>
    </message>
    <message>
        <source>I cannot do this now; remind me</source>
        <translation>Ni allaf wneud hyn nawr; atgoffwch fi</translation>
    </message>
    <message>
        <source>Bring the roll in as soon as this is done</source>
        <translation>Mewnforio&apos;r rhestr cyn gynted ag y bydd hyn wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>Recognising faces is off, and stays off until the lead names your impact assessment under Settings. Everything works without it: staff say who is who, and whoever nobody named is covered.</source>
        <translation>Mae adnabod wynebau wedi&apos;i ddiffodd, ac yn aros felly nes i&apos;r arweinydd enwi eich asesiad effaith o dan Gosodiadau. Mae popeth yn gweithio hebddo: mae staff yn dweud pwy yw pwy, a chaiff pwy bynnag na enwyd ei orchuddio.</translation>
    </message>
    <message>
        <source>Your school</source>
        <translation>Eich ysgol</translation>
    </message>
    <message>
        <source>The first two people</source>
        <translation>Y ddau berson cyntaf</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Platfformau</translation>
    </message>
    <message>
        <source>People and their permissions</source>
        <translation>Pobl a&apos;u caniatadau</translation>
    </message>
    <message>
        <source>Recognising faces</source>
        <translation>Adnabod wynebau</translation>
    </message>
    <message>
        <source>Step {n} of {total}</source>
        <translation>Cam {n} o {total}</translation>
    </message>
    <message>
        <source>Make the school</source>
        <translation>Gwneud yr ysgol</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Dechrau</translation>
    </message>
    <message>
        <source>Your password was not typed the same twice.</source>
        <translation>Ni theipiwyd eich cyfrinair yr un fath ddwywaith.</translation>
    </message>
    <message>
        <source>Tick at least one platform; more can be added later.</source>
        <translation>Ticiwch o leiaf un platfform; gellir ychwanegu mwy yn nes ymlaen.</translation>
    </message>
    <message>
        <source>Making the encrypted store…</source>
        <translation>Wrthi&apos;n gwneud y storfa wedi&apos;i hamgryptio…</translation>
    </message>
    <message>
        <source>Export the roll with the answers from the school&apos;s records system, and bring it in.</source>
        <translation>Allforiwch y rhestr gyda&apos;r atebion o system gofnodion yr ysgol, a&apos;i mewnforio.</translation>
    </message>
    <message>
        <source>The lead signs in with the first password, changes it, and brings in the roll.</source>
        <translation>Mae&apos;r arweinydd yn mewngofnodi gyda&apos;r cyfrinair cyntaf, yn ei newid, ac yn mewnforio&apos;r rhestr.</translation>
    </message>
    <message>
        <source>Type the key from your paper, or tick that you do it later.</source>
        <translation>Teipiwch yr allwedd o&apos;ch papur, neu ticiwch y gwnewch hynny yn nes ymlaen.</translation>
    </message>
    <message>
        <source>This is not the key. Look at your paper and type it again.</source>
        <translation>Nid dyma&apos;r allwedd. Edrychwch ar eich papur a&apos;i theipio eto.</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Adrannau&apos;r gosodiadau</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <source>Staff, devices, platforms and policy are set by an admin; retention by the lead.</source>
        <translation>Gweinyddwr sy&apos;n gosod staff, dyfeisiau, platfformau a pholisi; yr arweinydd sy&apos;n gosod y cyfnodau cadw.</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Put down as posted. Deliver the batch again for what is left of it.</source>
        <translation>Wedi&apos;i gofnodi fel wedi&apos;i bostio. Dosbarthwch y swp eto ar gyfer yr hyn sydd ar ôl ohono.</translation>
    </message>
    <message>
        <source>Put down as not sent. The next delivery of the batch sends it.</source>
        <translation>Wedi&apos;i gofnodi fel heb ei anfon. Bydd dosbarthiad nesaf y swp yn ei anfon.</translation>
    </message>
    <message>
        <source>You looked, and the copy is not there? The next delivery sends it again.</source>
        <translation>Rydych wedi edrych, ac nid yw&apos;r copi yno? Bydd y dosbarthiad nesaf yn ei anfon eto.</translation>
    </message>
    <message>
        <source>It is not there</source>
        <translation>Nid yw yno</translation>
    </message>
    <message>
        <source>Looking at the place itself…</source>
        <translation>Yn edrych ar y lle ei hun…</translation>
    </message>
    <message>
        <source>The place itself cannot tell. Look for the photo there, and say what you see.</source>
        <translation>Ni all y lle ei hun ddweud. Chwiliwch am y llun yno, a dywedwch beth a welwch.</translation>
    </message>
    <message>
        <source>It is there, and put down as posted.</source>
        <translation>Mae yno, ac wedi&apos;i gofnodi fel wedi&apos;i bostio.</translation>
    </message>
    <message>
        <source>It is not there. The next delivery of the batch sends it.</source>
        <translation>Nid yw yno. Bydd dosbarthiad nesaf y swp yn ei anfon.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Mewngofnodi</translation>
    </message>
    <message>
        <source>Sign in as someone else</source>
        <translation>Mewngofnodi fel rhywun arall</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>Wedi anghofio&apos;r cyfrinair</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Wrthi&apos;n mewngofnodi</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Enw defnyddiwr</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Cyfrinair</translation>
    </message>
    <message>
        <source>&amp;User name</source>
        <translation>Enw &amp;defnyddiwr</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>C&amp;yfrinair</translation>
    </message>
    <message>
        <source>Locked. Sign in to go on where you were.</source>
        <translation>Wedi cloi. Mewngofnodwch i barhau lle&apos;r oeddech.</translation>
    </message>
    <message>
        <source>Photos stay on this computer until a second person says go live.</source>
        <translation>Mae lluniau&apos;n aros ar y cyfrifiadur hwn nes i ail berson ddweud mynd yn fyw.</translation>
    </message>
    <message>
        <source>This computer no longer opens Greenlight without a password. Nothing was opened. Sign in with yours.</source>
        <translation>Nid yw&apos;r cyfrifiadur hwn yn agor Greenlight heb gyfrinair mwyach. Nid agorwyd dim. Mewngofnodwch gyda&apos;ch un chi.</translation>
    </message>
    <message>
        <source>The new password is set. Sign in with it.</source>
        <translation>Mae&apos;r cyfrinair newydd wedi&apos;i osod. Mewngofnodwch ag ef.</translation>
    </message>
    <message>
        <source>Sign in with your own name; work that goes on is not stopped.</source>
        <translation>Mewngofnodwch â&apos;ch enw eich hun; ni chaiff gwaith sydd ar y gweill ei stopio.</translation>
    </message>
    <message>
        <source>Type your user name and your password.</source>
        <translation>Teipiwch eich enw defnyddiwr a&apos;ch cyfrinair.</translation>
    </message>
    <message>
        <source>Password of the server</source>
        <translation>Cyfrinair y gweinydd</translation>
    </message>
    <message>
        <source>This computer knows the way to the register now. Sign in with your own password.</source>
        <translation>Mae&apos;r cyfrifiadur hwn yn gwybod y ffordd at y gofrestr nawr. Mewngofnodwch gyda&apos;ch cyfrinair eich hun.</translation>
    </message>
</context>
<context>
    <name>SplitDialog</name>
    <message>
        <source>{name}: two people after all</source>
        <translation>{name}: dau berson wedi&apos;r cyfan</translation>
    </message>
    <message>
        <source>They are two people</source>
        <translation>Dau berson ydynt</translation>
    </message>
    <message>
        <source>Each gets their own records back. A no from the time in between counts for both; a yes stays with the record that was kept.</source>
        <translation>Mae pob un yn cael eu cofnodion eu hunain yn ôl. Mae na o&apos;r amser yn y canol yn cyfrif i&apos;r ddau; mae ie yn aros gyda&apos;r cofnod a gadwyd.</translation>
    </message>
    <message>
        <source>Two records: {first} and {second}</source>
        <translation>Dau gofnod: {first} a {second}</translation>
    </message>
    <message>
        <source>Posts that show one of the two, to be looked at: {n}</source>
        <translation>Postiadau sy&apos;n dangos un o&apos;r ddau, i edrych arnynt: {n}</translation>
    </message>
    <message>
        <source>until now</source>
        <translation>hyd yn hyn</translation>
    </message>
    <message>
        <source>{name}, kept</source>
        <translation>{name}, wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>{name}, alone</source>
        <translation>{name}, ar wahân</translation>
    </message>
</context>
<context>
    <name>StaffSection</name>
    <message>
        <source>Staff accounts</source>
        <translation>Cyfrifon staff</translation>
    </message>
    <message>
        <source>Everyone has an account of their own, a day of training, and has read the policy.</source>
        <translation>Mae gan bawb gyfrif ei hun, diwrnod hyfforddi, ac mae wedi darllen y polisi.</translation>
    </message>
    <message>
        <source>Add an account…</source>
        <translation>Ychwanegu cyfrif…</translation>
    </message>
    <message>
        <source>Change roles…</source>
        <translation>Newid rolau…</translation>
    </message>
    <message>
        <source>Enter training…</source>
        <translation>Nodi hyfforddiant…</translation>
    </message>
    <message>
        <source>New first password…</source>
        <translation>Cyfrinair cyntaf newydd…</translation>
    </message>
    <message>
        <source>Shut out</source>
        <translation>Cau allan</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Enw defnyddiwr</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rolau</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Hyfforddwyd</translation>
    </message>
    <message>
        <source>Policy read</source>
        <translation>Polisi a ddarllenwyd</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ddim eto</translation>
    </message>
    <message>
        <source>shut out</source>
        <translation>wedi&apos;i gau allan</translation>
    </message>
    <message>
        <source>invited</source>
        <translation>wedi&apos;i wahodd</translation>
    </message>
    <message>
        <source>works</source>
        <translation>yn gweithio</translation>
    </message>
    <message>
        <source>Let in again…</source>
        <translation>Gadael i mewn eto…</translation>
    </message>
    <message>
        <source>Shut out…</source>
        <translation>Cau allan…</translation>
    </message>
    <message>
        <source>Added. Hand the first password over; it must be changed at the first sign-in.</source>
        <translation>Wedi&apos;i ychwanegu. Trosglwyddwch y cyfrinair cyntaf; rhaid ei newid wrth fewngofnodi am y tro cyntaf.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>Entered.</source>
        <translation>Wedi&apos;i nodi.</translation>
    </message>
    <message>
        <source>Shut {name} out? The account can no longer sign in. What it did stays in the log.</source>
        <translation>Cau {name} allan? Ni all y cyfrif fewngofnodi mwyach. Mae&apos;r hyn a wnaeth yn aros yn y cofnod.</translation>
    </message>
    <message>
        <source>Shut out.</source>
        <translation>Wedi&apos;i gau allan.</translation>
    </message>
    <message>
        <source>Set. Hand it over; it must be changed at the first sign-in.</source>
        <translation>Wedi&apos;i osod. Trosglwyddwch ef; rhaid ei newid wrth fewngofnodi am y tro cyntaf.</translation>
    </message>
</context>
<context>
    <name>StandInDialog</name>
    <message>
        <source>Let someone stand in</source>
        <translation>Gadael i rywun gymryd eich lle</translation>
    </message>
    <message>
        <source>Let them</source>
        <translation>Gadael iddynt</translation>
    </message>
    <message>
        <source>They are trained and have read the policy, or it does not count. It ends by itself.</source>
        <translation>Maent wedi&apos;u hyfforddi ac wedi darllen y polisi, neu nid yw&apos;n cyfrif. Daw i ben ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>Who stands in</source>
        <translation>Pwy sy&apos;n cymryd y lle</translation>
    </message>
    <message>
        <source>&amp;Who stands in</source>
        <translation>&amp;Pwy sy&apos;n cymryd y lle</translation>
    </message>
    <message>
        <source>&amp;First day</source>
        <translation>&amp;Diwrnod cyntaf</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>Diwrnod &amp;olaf</translation>
    </message>
    <message>
        <source>The last day lies before the first, or is over.</source>
        <translation>Mae&apos;r diwrnod olaf cyn y cyntaf, neu ar ben.</translation>
    </message>
    <message>
        <source>At most {n} days: it bridges an absence.</source>
        <translation>{n} o ddyddiau ar y mwyaf: mae&apos;n pontio absenoldeb.</translation>
    </message>
</context>
<context>
    <name>StandingInCard</name>
    <message>
        <source>While you are away</source>
        <translation>Tra byddwch i ffwrdd</translation>
    </message>
    <message>
        <source>Someone else of the office may say go live in your place, but never to their own photos.</source>
        <translation>Gall rhywun arall o&apos;r swyddfa ddweud ewch yn fyw yn eich lle, ond byth i&apos;w lluniau eu hunain.</translation>
    </message>
    <message>
        <source>Who stands in for you</source>
        <translation>Pwy sy&apos;n cymryd eich lle</translation>
    </message>
    <message>
        <source>Let someone stand in…</source>
        <translation>Gadael i rywun gymryd eich lle…</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Ei dynnu&apos;n ôl</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>From</source>
        <translation>O</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hyd</translation>
    </message>
</context>
<context>
    <name>ThisComputerSection</name>
    <message>
        <source>Open on this computer</source>
        <translation>Agor ar y cyfrifiadur hwn</translation>
    </message>
    <message>
        <source>When this is on, whoever is signed in to this computer under your sign-in opens Greenlight as you, without a password. After a lock it is still asked for. Leave it off where a colleague uses the same sign-in.</source>
        <translation>Pan fo hyn ymlaen, bydd pwy bynnag sydd wedi mewngofnodi i&apos;r cyfrifiadur hwn gyda&apos;ch mewngofnod chi yn agor Greenlight fel chi, heb gyfrinair. Ar ôl cloi gofynnir amdano o hyd. Gadewch ef i ffwrdd lle mae cydweithiwr yn defnyddio&apos;r un mewngofnod.</translation>
    </message>
    <message>
        <source>Your &amp;password</source>
        <translation>Eich &amp;cyfrinair</translation>
    </message>
    <message>
        <source>Open without a password here</source>
        <translation>Agor heb gyfrinair yma</translation>
    </message>
    <message>
        <source>Ask for the password again</source>
        <translation>Gofyn am y cyfrinair eto</translation>
    </message>
    <message>
        <source>Off: your password is asked for at every start.</source>
        <translation>I ffwrdd: gofynnir am eich cyfrinair bob tro y dechreuir.</translation>
    </message>
    <message>
        <source>On for you since {day}.</source>
        <translation>Ymlaen i chi ers {day}.</translation>
    </message>
    <message>
        <source>On for a colleague since {day}. Switching it on for you switches theirs off.</source>
        <translation>Ymlaen i gydweithiwr ers {day}. Mae ei droi ymlaen i chi yn diffodd ei un ef neu hi.</translation>
    </message>
    <message>
        <source>Type your password first.</source>
        <translation>Teipiwch eich cyfrinair yn gyntaf.</translation>
    </message>
    <message>
        <source>Greenlight opens as you on this computer.</source>
        <translation>Mae Greenlight yn agor fel chi ar y cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>Your password is asked for again at every start.</source>
        <translation>Gofynnir am eich cyfrinair eto bob tro y dechreuir.</translation>
    </message>
</context>
<context>
    <name>ToldDialog</name>
    <message>
        <source>The parents of {name} were told</source>
        <translation>Dywedwyd wrth rieni {name}</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Cofnodi</translation>
    </message>
    <message>
        <source>Everyone with parental responsibility was told in writing that the school compares faces.</source>
        <translation>Dywedwyd yn ysgrifenedig wrth bawb â chyfrifoldeb rhiant fod yr ysgol yn cymharu wynebau.</translation>
    </message>
    <message>
        <source>&amp;Day on which they were told</source>
        <translation>&amp;Diwrnod dweud wrthynt</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Ffurflen</translation>
    </message>
    <message>
        <source>Which letter it was, and where a copy lies</source>
        <translation>Pa lythyr ydoedd, a ble mae copi ohono</translation>
    </message>
    <message>
        <source>Say which letter it was.</source>
        <translation>Dywedwch pa lythyr ydoedd.</translation>
    </message>
</context>
<context>
    <name>TrainingDialog</name>
    <message>
        <source>Training of {name}</source>
        <translation>Hyfforddiant {name}</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Nodi</translation>
    </message>
    <message>
        <source>&amp;Day of the training in data protection</source>
        <translation>&amp;Diwrnod yr hyfforddiant mewn diogelu data</translation>
    </message>
</context>
<context>
    <name>TwoFacedPage</name>
    <message>
        <source>Home</source>
        <translation>Hafan</translation>
    </message>
    <message>
        <source>This could not be shown</source>
        <translation>Ni ellid dangos hyn</translation>
    </message>
</context>
<context>
    <name>UniformSection</name>
    <message>
        <source>Uniform</source>
        <translation>Gwisg ysgol</translation>
    </message>
    <message>
        <source>What is looked for in photos. Each platform&apos;s rule says what follows.</source>
        <translation>Beth y chwilir amdano mewn lluniau. Mae rheol pob platfform yn dweud beth sy&apos;n dilyn.</translation>
    </message>
    <message>
        <source>&amp;Names on clothes and signs</source>
        <translation>&amp;Enwau ar ddillad ac arwyddion</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>Gyda choma rhyngddynt</translation>
    </message>
    <message>
        <source>Change the names</source>
        <translation>Newid yr enwau</translation>
    </message>
    <message>
        <source>Crests and colours</source>
        <translation>Bathodynnau a lliwiau</translation>
    </message>
    <message>
        <source>Add a picture of the crest…</source>
        <translation>Ychwanegu llun o&apos;r bathodyn…</translation>
    </message>
    <message>
        <source>Add a colour…</source>
        <translation>Ychwanegu lliw…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Tynnu ymaith</translation>
    </message>
    <message>
        <source>Crest {n}</source>
        <translation>Bathodyn {n}</translation>
    </message>
    <message>
        <source>Colour {code}</source>
        <translation>Lliw {code}</translation>
    </message>
    <message>
        <source>Choose a picture of the crest</source>
        <translation>Dewiswch lun o&apos;r bathodyn</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg)</source>
        <translation>Lluniau (*.png *.jpg *.jpeg)</translation>
    </message>
    <message>
        <source>Added. It is looked for in every photo from now on.</source>
        <translation>Wedi&apos;i ychwanegu. Chwilir amdano ym mhob llun o hyn ymlaen.</translation>
    </message>
    <message>
        <source>Changed.</source>
        <translation>Wedi&apos;i newid.</translation>
    </message>
</context>
<context>
    <name>WhoStays</name>
    <message>
        <source>No person was found in this photo.</source>
        <translation>Ni chanfuwyd unrhyw berson yn y llun hwn.</translation>
    </message>
    <message>
        <source>Hide {people}</source>
        <translation>Cuddio {people}</translation>
    </message>
    <message>
        <source>Who may stay? Everyone else in this photo is hidden on every platform.</source>
        <translation>Pwy gaiff aros? Mae pawb arall yn y llun hwn yn cael eu cuddio ar bob platfform.</translation>
    </message>
</context>
<context>
    <name>WordsPanel</name>
    <message>
        <source>The same on every platform</source>
        <translation>Yr un peth ar bob platfform</translation>
    </message>
    <message>
        <source>It serves a purpose of the school</source>
        <translation>Mae&apos;n gwasanaethu un o ddibenion yr ysgol</translation>
    </message>
    <message>
        <source>It is positive and relevant</source>
        <translation>Mae&apos;n gadarnhaol ac yn berthnasol</translation>
    </message>
    <message>
        <source>It disparages no one</source>
        <translation>Nid yw&apos;n bychanu neb</translation>
    </message>
    <message>
        <source>Use for every photo of the batch</source>
        <translation>Defnyddio ar gyfer pob llun yn y swp</translation>
    </message>
    <message>
        <source>Back to the photo</source>
        <translation>Yn ôl i&apos;r llun</translation>
    </message>
    <message>
        <source>&amp;Caption</source>
        <translation>&amp;Capsiwn</translation>
    </message>
    <message>
        <source>&amp;What the photo shows, for those who cannot see it</source>
        <translation>&amp;Beth mae&apos;r llun yn ei ddangos, i&apos;r rhai na allant ei weld</translation>
    </message>
    <message>
        <source>&amp;Source, where it is not the school&apos;s own</source>
        <translation>&amp;Ffynhonnell, lle nad yr ysgol ei hun yw hi</translation>
    </message>
    <message>
        <source>I confirm:</source>
        <translation>Rwy&apos;n cadarnhau:</translation>
    </message>
</context>
<context>
    <name>WrongDialog</name>
    <message>
        <source>Something went wrong</source>
        <translation>Aeth rhywbeth o&apos;i le</translation>
    </message>
    <message>
        <source>Put it down</source>
        <translation>Ei gofnodi</translation>
    </message>
    <message>
        <source>Such as a child who was shown without a permission. Take the post down first.</source>
        <translation>Er enghraifft plentyn a ddangoswyd heb ganiatâd. Tynnwch y postiad i lawr yn gyntaf.</translation>
    </message>
    <message>
        <source>&amp;What happened</source>
        <translation>&amp;Beth ddigwyddodd</translation>
    </message>
    <message>
        <source>Without names, where you can</source>
        <translation>Heb enwau, lle gallwch</translation>
    </message>
    <message>
        <source>Say what happened.</source>
        <translation>Dywedwch beth ddigwyddodd.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>Accept</source>
        <translation>Derbyn</translation>
    </message>
    <message>
        <source>Accept what is suggested and go on</source>
        <translation>Derbyn yr hyn a awgrymir a mynd ymlaen</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Derbyn pob un</translation>
    </message>
    <message>
        <source>Accept every person suggested in this photo and go on</source>
        <translation>Derbyn pob person a awgrymir yn y llun hwn a mynd ymlaen</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Cyntaf</translation>
    </message>
    <message>
        <source>Choose the first person suggested</source>
        <translation>Dewis y person cyntaf a awgrymir</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Ail</translation>
    </message>
    <message>
        <source>Choose the second person suggested</source>
        <translation>Dewis yr ail berson a awgrymir</translation>
    </message>
    <message>
        <source>Third</source>
        <translation>Trydydd</translation>
    </message>
    <message>
        <source>Choose the third person suggested</source>
        <translation>Dewis y trydydd person a awgrymir</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Teipio enw</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>Ddim ar y rhestr</translation>
    </message>
    <message>
        <source>No one on the register</source>
        <translation>Neb ar y gofrestr</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Gorchuddio</translation>
    </message>
    <message>
        <source>Cover this on every platform</source>
        <translation>Gorchuddio hwn ar bob platfform</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Dangos</translation>
    </message>
    <message>
        <source>Take the cover back and let the permissions decide</source>
        <translation>Tynnu&apos;r gorchudd yn ôl a gadael i&apos;r caniatadau benderfynu</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>Dim byd yma</translation>
    </message>
    <message>
        <source>There is no person, name or crest here; remove what was drawn</source>
        <translation>Nid oes person, enw na bathodyn yma; tynnu&apos;r hyn a luniwyd</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Llunio</translation>
    </message>
    <message>
        <source>Draw a box round someone or something that was missed</source>
        <translation>Llunio blwch o amgylch rhywun neu rywbeth a fethwyd</translation>
    </message>
    <message>
        <source>Draw freely</source>
        <translation>Llunio&apos;n rhydd</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Yr un person</translation>
    </message>
    <message>
        <source>Paint over</source>
        <translation>Peintio drosto</translation>
    </message>
    <message>
        <source>Draw round something of an odd shape with the mouse; by keyboard, paint over it (O)</source>
        <translation>Lluniwch o amgylch rhywbeth o siâp anarferol â&apos;r llygoden; gyda&apos;r bysellfwrdd, peintiwch drosto (O)</translation>
    </message>
    <message>
        <source>Paint over something of an odd shape with a brush, by mouse or by keyboard</source>
        <translation>Peintio dros rywbeth o siâp anarferol gyda brwsh, gyda&apos;r llygoden neu&apos;r bysellfwrdd</translation>
    </message>
    <message>
        <source>Hide everyone but…</source>
        <translation>Cuddio pawb ond…</translation>
    </message>
    <message>
        <source>Choose who may stay; every other person in the photo is covered</source>
        <translation>Dewiswch pwy gaiff aros; mae pob person arall yn y llun yn cael ei orchuddio</translation>
    </message>
    <message>
        <source>Whoever was named last, or was not on the list: see the other photos of this batch, and confirm them</source>
        <translation>Pwy bynnag a enwyd ddiwethaf, neu nad oedd ar y rhestr: gweld lluniau eraill y swp hwn, a&apos;u cadarnhau</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Cyn ac ar ôl</translation>
    </message>
    <message>
        <source>The photo beside itself as published; Shift and the arrows move the divider</source>
        <translation>Y llun wrth ei ymyl ei hun fel y&apos;i cyhoeddir; mae Shift a&apos;r saethau&apos;n symud y rhannwr</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Geiriau</translation>
    </message>
    <message>
        <source>Write what stands beside the photo: caption, what it shows, source</source>
        <translation>Ysgrifennu&apos;r hyn sydd wrth ymyl y llun: capsiwn, beth mae&apos;n ei ddangos, ffynhonnell</translation>
    </message>
    <message>
        <source>Ask for approval</source>
        <translation>Ceisio cymeradwyaeth</translation>
    </message>
    <message>
        <source>Send the answered photos to a colleague, who looks and says go live</source>
        <translation>Anfon y lluniau a atebwyd at gydweithiwr, sy&apos;n edrych ac yn dweud mynd yn fyw</translation>
    </message>
    <message>
        <source>Next platform</source>
        <translation>Platfform nesaf</translation>
    </message>
    <message>
        <source>Look at the next platform</source>
        <translation>Edrych ar y platfform nesaf</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Llun nesaf</translation>
    </message>
    <message>
        <source>Previous photo</source>
        <translation>Llun blaenorol</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Take back the last correction</source>
        <translation>Tynnu&apos;r cywiriad diwethaf yn ôl</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ail-wneud</translation>
    </message>
    <message>
        <source>Do it again after all</source>
        <translation>Ei wneud eto wedi&apos;r cyfan</translation>
    </message>
    <message>
        <source>Delete this photo</source>
        <translation>Dileu&apos;r llun hwn</translation>
    </message>
    <message>
        <source>Delete this photo on this computer; asks once more</source>
        <translation>Dileu&apos;r llun hwn ar y cyfrifiadur hwn; gofynnir unwaith eto</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Mwy</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Chwyddo</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Llai</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Lleihau</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Llun cyfan</translation>
    </message>
    <message>
        <source>Fit the whole photo</source>
        <translation>Ffitio&apos;r llun cyfan</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Pob bysell</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Dangos pob bysell</translation>
    </message>
    <message>
        <source>As published</source>
        <translation>Fel cyhoeddiad</translation>
    </message>
    <message>
        <source>Hold to see the photo as it would be published</source>
        <translation>Daliwch i weld y llun fel y byddai&apos;n cael ei gyhoeddi</translation>
    </message>
    <message>
        <source>Next open one</source>
        <translation>Un agored nesaf</translation>
    </message>
    <message>
        <source>Go to the next person or name that waits for you</source>
        <translation>Mynd i&apos;r person neu&apos;r enw nesaf sy&apos;n aros amdanoch</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Symud</translation>
    </message>
    <message>
        <source>Move the chosen region with Ctrl and the arrows; resize with Ctrl, Shift and the arrows</source>
        <translation>Symud yr ardal a ddewiswyd â Ctrl a&apos;r saethau; newid ei maint â Ctrl, Shift a&apos;r saethau</translation>
    </message>
</context>
<context>
    <name>approve</name>
    <message>
        <source>{name}: photo, yes of {day} ({giver})</source>
        <translation>{name}: llun, ie ar {day} ({giver})</translation>
    </message>
    <message>
        <source>{name}: in groups, yes of {day} ({giver})</source>
        <translation>{name}: mewn grwpiau, ie ar {day} ({giver})</translation>
    </message>
    <message>
        <source>{name}, by name: yes of {day} ({giver})</source>
        <translation>{name}, wrth enw: ie ar {day} ({giver})</translation>
    </message>
    <message>
        <source>Who can be seen</source>
        <translation>Pwy sydd i&apos;w weld</translation>
    </message>
    <message>
        <source>No one who is known</source>
        <translation>Neb sy&apos;n hysbys</translation>
    </message>
    <message>
        <source>Words beside the photo</source>
        <translation>Y geiriau wrth ymyl y llun</translation>
    </message>
    <message>
        <source>Decided by hand</source>
        <translation>Penderfynwyd â llaw</translation>
    </message>
    <message>
        <source>Sent back before</source>
        <translation>Anfonwyd yn ôl o&apos;r blaen</translation>
    </message>
    <message>
        <source>their own</source>
        <translation>eu hunain</translation>
    </message>
    <message>
        <source>Set aside: {what} – {because}</source>
        <translation>Rhoddwyd o&apos;r neilltu: {what} – {because}</translation>
    </message>
    <message>
        <source>Covered by hand: {what}</source>
        <translation>Gorchuddiwyd â llaw: {what}</translation>
    </message>
    <message>
        <source>Drawn by hand: {what}</source>
        <translation>Lluniwyd â llaw: {what}</translation>
    </message>
    <message>
        <source>Prepared by {names}</source>
        <translation>Paratowyd gan {names}</translation>
    </message>
    <message>
        <source>Sent back by {who}: “{words}”</source>
        <translation>Anfonwyd yn ôl gan {who}: “{words}”</translation>
    </message>
    <message>
        <source>Sent back by {who}, about {what}: “{words}”</source>
        <translation>Anfonwyd yn ôl gan {who}, ynghylch {what}: “{words}”</translation>
    </message>
    <message>
        <source>Smallest face shown: {n} pixels, as published</source>
        <translation>Wyneb lleiaf a ddangosir: {n} picsel, fel y&apos;i cyhoeddir</translation>
    </message>
</context>
<context>
    <name>captions</name>
    <message>
        <source>“{letters}” names someone who may not be named here.</source>
        <translation>Mae “{letters}” yn enwi rhywun na chaniateir ei enwi yma.</translation>
    </message>
    <message>
        <source>“{letters}” is a name, and this platform shows none.</source>
        <translation>Enw yw “{letters}”, ac nid yw&apos;r platfform hwn yn dangos enwau.</translation>
    </message>
    <message>
        <source>“{letters}” is the full name of someone who can be seen. Use the first name alone.</source>
        <translation>“{letters}” yw enw llawn rhywun sydd i&apos;w weld. Defnyddiwch yr enw cyntaf yn unig.</translation>
    </message>
    <message>
        <source>“{letters}” is also someone&apos;s name. Is it meant so?</source>
        <translation>Mae “{letters}” hefyd yn enw ar rywun. Ai dyna&apos;r bwriad?</translation>
    </message>
    <message>
        <source>“{letters}” is an e-mail address. Leave it out.</source>
        <translation>Cyfeiriad e-bost yw “{letters}”. Gadewch ef allan.</translation>
    </message>
    <message>
        <source>“{letters}” is a telephone number. Leave it out.</source>
        <translation>Rhif ffôn yw “{letters}”. Gadewch ef allan.</translation>
    </message>
    <message>
        <source>“{letters}” does not belong into a school&apos;s post.</source>
        <translation>Nid yw “{letters}” yn perthyn i bostiad ysgol.</translation>
    </message>
    <message>
        <source>Say whose it is, under Source.</source>
        <translation>Dywedwch pwy biau ef, o dan Ffynhonnell.</translation>
    </message>
    <message>
        <source>“{letters}” is a link: whoever approves looks at it and ticks it.</source>
        <translation>Dolen yw “{letters}”: bydd pwy bynnag sy&apos;n cymeradwyo yn edrych arni ac yn ei thicio.</translation>
    </message>
    <message>
        <source>“{letters}” is slang. Would it suit the school&apos;s letterhead?</source>
        <translation>Slang yw “{letters}”. A fyddai&apos;n gweddu i bapur pennawd yr ysgol?</translation>
    </message>
    <message>
        <source>“{letters}” in capitals reads like shouting.</source>
        <translation>Mae “{letters}” mewn priflythrennau yn darllen fel gweiddi.</translation>
    </message>
    <message>
        <source>One exclamation mark is enough.</source>
        <translation>Mae un ebychnod yn ddigon.</translation>
    </message>
    <message>
        <source>“{letters}” may sound negative.</source>
        <translation>Gall “{letters}” swnio&apos;n negyddol.</translation>
    </message>
    <message>
        <source>Say what the photo shows, for those who cannot see it.</source>
        <translation>Dywedwch beth mae&apos;r llun yn ei ddangos, i&apos;r rhai na allant ei weld.</translation>
    </message>
    <message>
        <source>What the photo shows is long; a sentence or two will do.</source>
        <translation>Mae&apos;r disgrifiad o&apos;r llun yn hir; bydd brawddeg neu ddwy yn ddigon.</translation>
    </message>
    <message>
        <source>There is no need to begin with “photo of”: readers say so by themselves.</source>
        <translation>Nid oes angen dechrau â “llun o”: mae darllenwyr sgrin yn dweud hynny eu hunain.</translation>
    </message>
    <message>
        <source>Tick the three sentences below before you ask for approval.</source>
        <translation>Ticiwch y tair brawddeg isod cyn gofyn am gymeradwyaeth.</translation>
    </message>
    <message>
        <source>“{text}”</source>
        <translation>“{text}”</translation>
    </message>
    <message>
        <source>Shows: {text}</source>
        <translation>Yn dangos: {text}</translation>
    </message>
    <message>
        <source>Source: {text}</source>
        <translation>Ffynhonnell: {text}</translation>
    </message>
    <message>
        <source>Confirmed by whoever wrote it: for a purpose of the school, positive and relevant, no one disparaged.</source>
        <translation>Wedi&apos;i gadarnhau gan bwy bynnag a&apos;i hysgrifennodd: at un o ddibenion yr ysgol, yn gadarnhaol ac yn berthnasol, heb fychanu neb.</translation>
    </message>
</context>
<context>
    <name>count</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n o bobl</numerusform>
            <numerusform>%n person</numerusform>
            <numerusform>%n o bobl</numerusform>
            <numerusform>%n o bobl</numerusform>
            <numerusform>%n o bobl</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s)</source>
        <translation>
            <numerusform>%n o luniau</numerusform>
            <numerusform>%n llun</numerusform>
            <numerusform>%n o luniau</numerusform>
            <numerusform>%n o luniau</numerusform>
            <numerusform>%n o luniau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n o ffeiliau</numerusform>
            <numerusform>%n ffeil</numerusform>
            <numerusform>%n o ffeiliau</numerusform>
            <numerusform>%n o ffeiliau</numerusform>
            <numerusform>%n o ffeiliau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n o dudalennau</numerusform>
            <numerusform>%n dudalen</numerusform>
            <numerusform>%n o dudalennau</numerusform>
            <numerusform>%n o dudalennau</numerusform>
            <numerusform>%n o dudalennau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n o ddyddiau</numerusform>
            <numerusform>%n diwrnod</numerusform>
            <numerusform>%n o ddyddiau</numerusform>
            <numerusform>%n o ddyddiau</numerusform>
            <numerusform>%n o ddyddiau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s)</source>
        <translation>
            <numerusform>%n o gopïau</numerusform>
            <numerusform>%n copi</numerusform>
            <numerusform>%n o gopïau</numerusform>
            <numerusform>%n o gopïau</numerusform>
            <numerusform>%n o gopïau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es)</source>
        <translation>
            <numerusform>%n o sypiau</numerusform>
            <numerusform>%n swp</numerusform>
            <numerusform>%n o sypiau</numerusform>
            <numerusform>%n o sypiau</numerusform>
            <numerusform>%n o sypiau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n o luniau</numerusform>
            <numerusform>%n llun</numerusform>
            <numerusform>%n o luniau</numerusform>
            <numerusform>%n o luniau</numerusform>
            <numerusform>%n o luniau</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n o gyfrifon</numerusform>
            <numerusform>%n cyfrif</numerusform>
            <numerusform>%n o gyfrifon</numerusform>
            <numerusform>%n o gyfrifon</numerusform>
            <numerusform>%n o gyfrifon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n yn agored</numerusform>
            <numerusform>%n yn agored</numerusform>
            <numerusform>%n yn agored</numerusform>
            <numerusform>%n yn agored</numerusform>
            <numerusform>%n yn agored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n named</source>
        <translation>
            <numerusform>%n wedi&apos;u henwi</numerusform>
            <numerusform>%n wedi&apos;i enwi</numerusform>
            <numerusform>%n wedi&apos;u henwi</numerusform>
            <numerusform>%n wedi&apos;u henwi</numerusform>
            <numerusform>%n wedi&apos;u henwi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n covered</source>
        <translation>
            <numerusform>%n wedi&apos;u gorchuddio</numerusform>
            <numerusform>%n wedi&apos;i orchuddio</numerusform>
            <numerusform>%n wedi&apos;u gorchuddio</numerusform>
            <numerusform>%n wedi&apos;u gorchuddio</numerusform>
            <numerusform>%n wedi&apos;u gorchuddio</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n yn anhysbys</numerusform>
            <numerusform>%n yn anhysbys</numerusform>
            <numerusform>%n yn anhysbys</numerusform>
            <numerusform>%n yn anhysbys</numerusform>
            <numerusform>%n yn anhysbys</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tiny</source>
        <translation>
            <numerusform>%n bach iawn</numerusform>
            <numerusform>%n bach iawn</numerusform>
            <numerusform>%n bach iawn</numerusform>
            <numerusform>%n bach iawn</numerusform>
            <numerusform>%n bach iawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n added by hand</source>
        <translation>
            <numerusform>%n wedi&apos;u hychwanegu â llaw</numerusform>
            <numerusform>%n wedi&apos;i ychwanegu â llaw</numerusform>
            <numerusform>%n wedi&apos;u hychwanegu â llaw</numerusform>
            <numerusform>%n wedi&apos;u hychwanegu â llaw</numerusform>
            <numerusform>%n wedi&apos;u hychwanegu â llaw</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed by hand</source>
        <translation>
            <numerusform>%n wedi&apos;u tynnu â llaw</numerusform>
            <numerusform>%n wedi&apos;i dynnu â llaw</numerusform>
            <numerusform>%n wedi&apos;u tynnu â llaw</numerusform>
            <numerusform>%n wedi&apos;u tynnu â llaw</numerusform>
            <numerusform>%n wedi&apos;u tynnu â llaw</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>destinations</name>
    <message>
        <source>A folder</source>
        <translation>Ffolder</translation>
    </message>
    <message>
        <source>A server by SFTP</source>
        <translation>Gweinydd drwy SFTP</translation>
    </message>
    <message>
        <source>Nextcloud or SharePoint (WebDAV)</source>
        <translation>Nextcloud neu SharePoint (WebDAV)</translation>
    </message>
    <message>
        <source>A network share (SMB)</source>
        <translation>Cyfran rhwydwaith (SMB)</translation>
    </message>
    <message>
        <source>A bucket (S3)</source>
        <translation>Bwced (S3)</translation>
    </message>
    <message>
        <source>A website with WordPress</source>
        <translation>Gwefan gyda WordPress</translation>
    </message>
    <message>
        <source>A folder from which someone posts by hand</source>
        <translation>Ffolder y mae rhywun yn postio ohoni â llaw</translation>
    </message>
</context>
<context>
    <name>devices</name>
    <message>
        <source>the school&apos;s own: originals stay</source>
        <translation>eiddo&apos;r ysgol: mae&apos;r gwreiddiol yn aros</translation>
    </message>
    <message>
        <source>approved: originals go when they are safe</source>
        <translation>cymeradwywyd: mae&apos;r gwreiddiol yn mynd pan fydd yn ddiogel</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>ddim yn hysbys eto</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>wedi&apos;u gwrthod</translation>
    </message>
</context>
<context>
    <name>duties</name>
    <message>
        <source>This computer&apos;s clock is behind the log. Permissions are judged by {day} until it is set right.</source>
        <translation>Mae cloc y cyfrifiadur hwn y tu ôl i&apos;r log. Bernir caniatadau yn ôl {day} nes iddo gael ei gywiro.</translation>
    </message>
    <message>
        <source>The policy has no day for its next review.</source>
        <translation>Nid oes gan y polisi ddiwrnod ar gyfer ei adolygiad nesaf.</translation>
    </message>
    <message>
        <source>The policy is to be reviewed by {day}.</source>
        <translation>Mae&apos;r polisi i&apos;w adolygu erbyn {day}.</translation>
    </message>
    <message>
        <source>The policy should have been reviewed by {day}.</source>
        <translation>Dylai&apos;r polisi fod wedi&apos;i adolygu erbyn {day}.</translation>
    </message>
    <message>
        <source>Nobody is named who looks after the policy.</source>
        <translation>Nid oes neb wedi&apos;i enwi i ofalu am y polisi.</translation>
    </message>
    <message>
        <source>Matching is off: no impact assessment is named. Everything works without it.</source>
        <translation>Mae paru wedi&apos;i ddiffodd: nid oes asesiad effaith wedi&apos;i enwi. Mae popeth yn gweithio hebddo.</translation>
    </message>
    <message>
        <source>Nobody may say go live yet: give someone the role of approver.</source>
        <translation>Ni chaiff neb ddweud mynd yn fyw eto: rhowch rôl cymeradwywr i rywun.</translation>
    </message>
    <message>
        <source>There is no data protection lead yet.</source>
        <translation>Nid oes arweinydd diogelu data eto.</translation>
    </message>
    <message>
        <source>No training is entered: {accounts}.</source>
        <translation>Nid oes hyfforddiant wedi&apos;i nodi: {accounts}.</translation>
    </message>
    <message>
        <source>The policy is not read yet: {accounts}.</source>
        <translation>Nid yw&apos;r polisi wedi&apos;i ddarllen eto: {accounts}.</translation>
    </message>
    <message>
        <source>One person is lead and admin. Give one of the roles to a second one.</source>
        <translation>Un person yw&apos;r arweinydd a&apos;r gweinyddwr. Rhowch un o&apos;r rolau i ail berson.</translation>
    </message>
    <message>
        <source>There is only one lead: nobody can agree with them where two are needed.</source>
        <translation>Dim ond un arweinydd sydd: ni all neb gytuno â nhw lle mae angen dau.</translation>
    </message>
    <message>
        <source>The recovery key was not typed back yet.</source>
        <translation>Nid yw&apos;r allwedd adfer wedi&apos;i theipio&apos;n ôl eto.</translation>
    </message>
    <message>
        <source>No official account is approved: {platforms}.</source>
        <translation>Nid oes cyfrif swyddogol wedi&apos;i gymeradwyo: {platforms}.</translation>
    </message>
    <message>
        <source>Fewer than two named staff stand behind: {platforms}.</source>
        <translation>Mae llai na dau aelod o staff a enwir y tu ôl i: {platforms}.</translation>
    </message>
    <message>
        <source>An admin sees to it.</source>
        <translation>Gweinyddwr sy&apos;n delio â hyn.</translation>
    </message>
    <message>
        <source>The data protection lead sees to it.</source>
        <translation>Yr arweinydd diogelu data sy&apos;n delio â hyn.</translation>
    </message>
    <message>
        <source>Permissions that run out within 60 days: {n}.</source>
        <translation>Caniatadau sy&apos;n dod i ben o fewn 60 diwrnod: {n}.</translation>
    </message>
    <message>
        <source>Posts that must come down: {n}.</source>
        <translation>Postiadau y mae&apos;n rhaid eu tynnu i lawr: {n}.</translation>
    </message>
    <message>
        <source>{photos} of “{batch}” will be deleted on {day}, unless they are posted before.</source>
        <translation>Caiff {photos} o “{batch}” eu dileu ar {day}, oni bai eu bod wedi&apos;u postio cyn hynny.</translation>
    </message>
    <message>
        <source>Copies of which it is not known whether they arrived: {n}.</source>
        <translation>Copïau nad yw&apos;n hysbys a gyraeddasant: {n}.</translation>
    </message>
    <message>
        <source>Requests for what is held that wait for an answer: {n}, the first until {day}.</source>
        <translation>Ceisiadau am yr hyn a gedwir sy&apos;n aros am ateb: {n}, y cyntaf hyd {day}.</translation>
    </message>
</context>
<context>
    <name>explain</name>
    <message>
        <source>Yes, because {who} agreed on {day}</source>
        <translation>Ie, oherwydd cytunodd {who} ar {day}</translation>
    </message>
    <message>
        <source>No, because no one who may agree has answered</source>
        <translation>Na, oherwydd nid oes neb a all gytuno wedi ateb</translation>
    </message>
    <message>
        <source>No, because {who} refused on {day}</source>
        <translation>Na, oherwydd gwrthododd {who} ar {day}</translation>
    </message>
    <message>
        <source>No, because {who} took the permission back on {day}</source>
        <translation>Na, oherwydd tynnodd {who} y caniatâd yn ôl ar {day}</translation>
    </message>
    <message>
        <source>No, because {who} was asked on {day} and has not said yes</source>
        <translation>Na, oherwydd gofynnwyd i {who} ar {day} ac nid yw wedi dweud ie eto</translation>
    </message>
    <message>
        <source>No, because the permission that {who} gave on {day} ended on {end}</source>
        <translation>Na, oherwydd daeth y caniatâd a roddodd {who} ar {day} i ben ar {end}</translation>
    </message>
    <message>
        <source>No, because the permission that {who} gave on {day} begins on {begin}</source>
        <translation>Na, oherwydd mae&apos;r caniatâd a roddodd {who} ar {day} yn dechrau ar {begin}</translation>
    </message>
    <message>
        <source>No, because {who} objected on {day}</source>
        <translation>Na, oherwydd gwrthwynebodd {who} ar {day}</translation>
    </message>
    <message>
        <source>No, because not every parent has been told of the comparing of faces</source>
        <translation>Na, oherwydd nid yw pob rhiant wedi cael gwybod am gymharu wynebau</translation>
    </message>
    <message>
        <source>No, because this person left the school on {left}</source>
        <translation>Na, oherwydd gadawodd y person hwn yr ysgol ar {left}</translation>
    </message>
    <message>
        <source>No, by the school&apos;s rules</source>
        <translation>Na, yn ôl rheolau&apos;r ysgol</translation>
    </message>
    <message>
        <source>{sentence}, until {end}</source>
        <translation>{sentence}, tan {end}</translation>
    </message>
    <message>
        <source>{sentence}; {yes} does not outweigh it</source>
        <translation>{sentence}; nid yw {yes} yn drech na hynny</translation>
    </message>
    <message>
        <source>{sentence}; {yes} do not outweigh it</source>
        <translation>{sentence}; nid yw {yes} yn drech na hynny</translation>
    </message>
    <message>
        <source>{sentence}; {yes} alone does not count: a parent or carer with parental responsibility decides</source>
        <translation>{sentence}; nid yw {yes} ar ei ben ei hun yn cyfrif: rhiant neu ofalwr â chyfrifoldeb rhiant sy&apos;n penderfynu</translation>
    </message>
    <message>
        <source>{one} and {other}</source>
        <translation>{one} a {other}</translation>
    </message>
    <message>
        <source>{sentence}.</source>
        <translation>{sentence}.</translation>
    </message>
    <message>
        <source>the other carer&apos;s yes of {day}</source>
        <translation>ie&apos;r gofalwr arall ar {day}</translation>
    </message>
    <message>
        <source>the yes of {who} of {day}</source>
        <translation>ie {who} ar {day}</translation>
    </message>
    <message>
        <source>the person themselves</source>
        <translation>y person ei hun</translation>
    </message>
    <message>
        <source>the pupil</source>
        <translation>y disgybl</translation>
    </message>
    <message>
        <source>one carer ({relation})</source>
        <translation>un gofalwr ({relation})</translation>
    </message>
    <message>
        <source>the carer ({relation})</source>
        <translation>y gofalwr ({relation})</translation>
    </message>
    <message>
        <source>a carer</source>
        <translation>gofalwr</translation>
    </message>
</context>
<context>
    <name>history</name>
    <message>
        <source>someone whose record was erased</source>
        <translation>rhywun y dilëwyd ei gofnod</translation>
    </message>
    <message>
        <source>Greenlight itself</source>
        <translation>Greenlight ei hun</translation>
    </message>
    <message>
        <source>the school&apos;s rules</source>
        <translation>rheolau&apos;r ysgol</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Pryd</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>Platfform</translation>
    </message>
    <message>
        <source>Who is visible</source>
        <translation>Pwy sydd i&apos;w weld</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Paratowyd gan</translation>
    </message>
    <message>
        <source>Approved by</source>
        <translation>Cymeradwywyd gan</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Ffeil</translation>
    </message>
    <message>
        <source>Everything that went out, newest first.</source>
        <translation>Popeth a aeth allan, y diweddaraf yn gyntaf.</translation>
    </message>
    <message>
        <source>Who and why</source>
        <translation>Pwy a pham</translation>
    </message>
    <message>
        <source>Posted</source>
        <translation>Postiwyd</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ble</translation>
    </message>
    <message>
        <source>Who can take it down</source>
        <translation>Pwy all ei dynnu i lawr</translation>
    </message>
    <message>
        <source>These posts show someone who may no longer be shown there. Take them down, and say so here.</source>
        <translation>Mae&apos;r postiadau hyn yn dangos rhywun na chaniateir ei ddangos yno mwyach. Tynnwch nhw i lawr, a dywedwch hynny yma.</translation>
    </message>
    <message>
        <source>Nothing must come down. Every post was looked at.</source>
        <translation>Nid oes angen tynnu dim i lawr. Edrychwyd ar bob postiad.</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Swp</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Cyfrif</translation>
    </message>
    <message>
        <source>These posts were made by hand. With their addresses they are found at once when they must come down.</source>
        <translation>Gwnaed y postiadau hyn â llaw. Gyda&apos;u cyfeiriadau deuir o hyd iddynt ar unwaith pan fydd rhaid eu tynnu i lawr.</translation>
    </message>
    <message>
        <source>Every post has its address.</source>
        <translation>Mae gan bob postiad ei gyfeiriad.</translation>
    </message>
    <message>
        <source>Gone since</source>
        <translation>Wedi mynd ers</translation>
    </message>
    <message>
        <source>It took</source>
        <translation>Cymerodd</translation>
    </message>
    <message>
        <source>How it is known</source>
        <translation>Sut mae&apos;n hysbys</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Llun</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>Every post that was taken down, newest first, with its proof.</source>
        <translation>Pob postiad a dynnwyd i lawr, y diweddaraf yn gyntaf, gyda&apos;i brawf.</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} awr {minutes} mun</translation>
    </message>
    <message>
        <source>Out before on</source>
        <translation>Allan o&apos;r blaen ar</translation>
    </message>
    <message>
        <source>Fingerprint of the original</source>
        <translation>Ôl bys y gwreiddiol</translation>
    </message>
    <message>
        <source>never published</source>
        <translation>heb ei gyhoeddi erioed</translation>
    </message>
    <message>
        <source>Every photo that was deleted on this computer, newest first.</source>
        <translation>Pob llun a ddilëwyd ar y cyfrifiadur hwn, y diweddaraf yn gyntaf.</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Sylwyd</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Beth ddigwyddodd</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Penderfyniad</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Beth a wnaed</translation>
    </message>
    <message>
        <source>Within 72 hours of noticing, the lead decides whether an incident is reported to the ICO.</source>
        <translation>O fewn 72 awr i sylwi, mae&apos;r arweinydd yn penderfynu a adroddir digwyddiad i&apos;r ICO.</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>wedi&apos;i gau</translation>
    </message>
    <message>
        <source>reported on {day}</source>
        <translation>adroddwyd ar {day}</translation>
    </message>
    <message>
        <source>not reported: {why}</source>
        <translation>ni adroddwyd: {why}</translation>
    </message>
    <message>
        <source>overdue: decide now</source>
        <translation>yn hwyr: penderfynwch nawr</translation>
    </message>
    <message>
        <source>open: {n} h left</source>
        <translation>agored: {n} awr ar ôl</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>People stand here by their ids, as in the log itself; Greenlight shows who they are to whoever keeps the register.</source>
        <translation>Saif pobl yma wrth eu cyfeirnodau, fel yn y cofnod ei hun; mae Greenlight yn dangos pwy ydynt i bwy bynnag sy&apos;n cadw&apos;r gofrestr.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Diwrnod olaf</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Dosbarth</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Ynghylch</translation>
    </message>
    <message>
        <source>No permission runs out within 60 days.</source>
        <translation>Nid oes caniatâd yn dod i ben o fewn 60 diwrnod.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Rhif</translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Gan bwy</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Gweithred</translation>
    </message>
    <message>
        <source>Detail</source>
        <translation>Manylion</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Sêl</translation>
    </message>
    <message>
        <source>The log is unbroken. Anchor of today: entry {number}, {seal}</source>
        <translation>Mae&apos;r cofnod yn gyfan. Angor heddiw: cofnod {number}, {seal}</translation>
    </message>
    <message>
        <source>Asked for what is held</source>
        <translation>Gofynnwyd am yr hyn a gedwir</translation>
    </message>
    <message>
        <source>Requests are answered by their last day; permissions that run out within 60 days are asked for again.</source>
        <translation>Atebir ceisiadau erbyn eu diwrnod olaf; gofynnir eto am ganiatâd sy&apos;n dod i ben o fewn 60 diwrnod.</translation>
    </message>
</context>
<context>
    <name>log</name>
    <message>
        <source>The school&apos;s store was made</source>
        <translation>Gwnaed storfa&apos;r ysgol</translation>
    </message>
    <message>
        <source>The store was restored from a backup</source>
        <translation>Adferwyd y storfa o gopi wrth gefn</translation>
    </message>
    <message>
        <source>The school was set up</source>
        <translation>Sefydlwyd yr ysgol</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Mewngofnodi</translation>
    </message>
    <message>
        <source>Someone could not sign in</source>
        <translation>Methodd rhywun â mewngofnodi</translation>
    </message>
    <message>
        <source>The recovery key opened the store</source>
        <translation>Agorodd yr allwedd adfer y storfa</translation>
    </message>
    <message>
        <source>The recovery key was typed back</source>
        <translation>Teipiwyd yr allwedd adfer yn ôl</translation>
    </message>
    <message>
        <source>A new recovery key was made</source>
        <translation>Gwnaed allwedd adfer newydd</translation>
    </message>
    <message>
        <source>Gave a new password by the recovery key</source>
        <translation>Rhoi cyfrinair newydd drwy&apos;r allwedd adfer</translation>
    </message>
    <message>
        <source>A backup was made</source>
        <translation>Gwnaed copi wrth gefn</translation>
    </message>
    <message>
        <source>Wrote a backup</source>
        <translation>Ysgrifennu copi wrth gefn</translation>
    </message>
    <message>
        <source>The register moved to a server</source>
        <translation>Symudodd y gofrestr i weinydd</translation>
    </message>
    <message>
        <source>A computer now opens the store by itself</source>
        <translation>Mae cyfrifiadur bellach yn agor y storfa ohono&apos;i hun</translation>
    </message>
    <message>
        <source>A computer was forgotten</source>
        <translation>Anghofiwyd cyfrifiadur</translation>
    </message>
    <message>
        <source>Looked at the list of accounts</source>
        <translation>Edrych ar y rhestr o gyfrifon</translation>
    </message>
    <message>
        <source>Added an account</source>
        <translation>Ychwanegu cyfrif</translation>
    </message>
    <message>
        <source>Changed what someone may do</source>
        <translation>Newid yr hyn y gall rhywun ei wneud</translation>
    </message>
    <message>
        <source>Shut someone out</source>
        <translation>Cau rhywun allan</translation>
    </message>
    <message>
        <source>Let someone in again</source>
        <translation>Gadael rhywun i mewn eto</translation>
    </message>
    <message>
        <source>Gave someone a new first password</source>
        <translation>Rhoi cyfrinair cyntaf newydd i rywun</translation>
    </message>
    <message>
        <source>Changed the own password</source>
        <translation>Newid ei gyfrinair ei hun</translation>
    </message>
    <message>
        <source>Entered someone&apos;s training</source>
        <translation>Nodi hyfforddiant rhywun</translation>
    </message>
    <message>
        <source>Read the policy and confirmed it</source>
        <translation>Darllen y polisi a&apos;i gadarnhau</translation>
    </message>
    <message>
        <source>Changed the policy</source>
        <translation>Newid y polisi</translation>
    </message>
    <message>
        <source>Said that the clock is right again</source>
        <translation>Dweud bod y cloc yn gywir eto</translation>
    </message>
    <message>
        <source>Two people agreed</source>
        <translation>Cytunodd dau berson</translation>
    </message>
    <message>
        <source>Added a platform</source>
        <translation>Ychwanegu platfform</translation>
    </message>
    <message>
        <source>Changed a platform</source>
        <translation>Newid platfform</translation>
    </message>
    <message>
        <source>Chose where a platform&apos;s copies go</source>
        <translation>Dewis i ble mae copïau platfform yn mynd</translation>
    </message>
    <message>
        <source>Put down a destination</source>
        <translation>Cofnodi cyrchfan</translation>
    </message>
    <message>
        <source>Removed a destination</source>
        <translation>Tynnu cyrchfan</translation>
    </message>
    <message>
        <source>A device was seen for the first time</source>
        <translation>Gwelwyd dyfais am y tro cyntaf</translation>
    </message>
    <message>
        <source>Decided on a device</source>
        <translation>Penderfynu ar ddyfais</translation>
    </message>
    <message>
        <source>Named a camera whose photos are expected</source>
        <translation>Enwi camera y disgwylir ei luniau</translation>
    </message>
    <message>
        <source>Added a person</source>
        <translation>Ychwanegu person</translation>
    </message>
    <message>
        <source>Changed a person&apos;s record</source>
        <translation>Newid cofnod person</translation>
    </message>
    <message>
        <source>Recorded that someone has left</source>
        <translation>Cofnodi bod rhywun wedi gadael</translation>
    </message>
    <message>
        <source>Recorded that someone is back</source>
        <translation>Cofnodi bod rhywun yn ôl</translation>
    </message>
    <message>
        <source>Made two records one person</source>
        <translation>Gwneud dau gofnod yn un person</translation>
    </message>
    <message>
        <source>Made one record two people again</source>
        <translation>Gwneud un cofnod yn ddau berson eto</translation>
    </message>
    <message>
        <source>Erased a person&apos;s record</source>
        <translation>Dileu cofnod person</translation>
    </message>
    <message>
        <source>Looked at a person&apos;s page</source>
        <translation>Edrych ar dudalen person</translation>
    </message>
    <message>
        <source>Looked at a person&apos;s history</source>
        <translation>Edrych ar hanes person</translation>
    </message>
    <message>
        <source>Looked people up</source>
        <translation>Chwilio am bobl</translation>
    </message>
    <message>
        <source>Wrote the list of people to a file</source>
        <translation>Ysgrifennu&apos;r rhestr o bobl i ffeil</translation>
    </message>
    <message>
        <source>Compared a roll with the register</source>
        <translation>Cymharu rhestr â&apos;r gofrestr</translation>
    </message>
    <message>
        <source>Took a roll over</source>
        <translation>Cymryd rhestr drosodd</translation>
    </message>
    <message>
        <source>Kept what the columns of a roll mean</source>
        <translation>Cadw ystyr colofnau rhestr</translation>
    </message>
    <message>
        <source>Recorded answers</source>
        <translation>Cofnodi atebion</translation>
    </message>
    <message>
        <source>Looked at someone&apos;s answers</source>
        <translation>Edrych ar atebion rhywun</translation>
    </message>
    <message>
        <source>Listed the answers that run out</source>
        <translation>Rhestru&apos;r atebion sy&apos;n dod i ben</translation>
    </message>
    <message>
        <source>Recorded that a parent was told of recognising faces</source>
        <translation>Cofnodi y dywedwyd wrth riant am adnabod wynebau</translation>
    </message>
    <message>
        <source>Recorded why a parent need not be told</source>
        <translation>Cofnodi pam nad oes rhaid dweud wrth riant</translation>
    </message>
    <message>
        <source>Looked at the record of an enrolment</source>
        <translation>Edrych ar gofnod cofrestru wyneb</translation>
    </message>
    <message>
        <source>Kept a picture&apos;s numbers to recognise someone</source>
        <translation>Cadw rhifau llun i adnabod rhywun</translation>
    </message>
    <message>
        <source>What recognised someone was destroyed</source>
        <translation>Dinistriwyd yr hyn oedd yn adnabod rhywun</translation>
    </message>
    <message>
        <source>Kept the scan of a signed paper</source>
        <translation>Cadw sgan o bapur wedi&apos;i lofnodi</translation>
    </message>
    <message>
        <source>Looked at a signed paper</source>
        <translation>Edrych ar bapur wedi&apos;i lofnodi</translation>
    </message>
    <message>
        <source>Marked someone “never publish”</source>
        <translation>Marcio rhywun “byth i&apos;w gyhoeddi”</translation>
    </message>
    <message>
        <source>Lifted a “never publish”</source>
        <translation>Codi “byth i&apos;w gyhoeddi”</translation>
    </message>
    <message>
        <source>Listed who is never published</source>
        <translation>Rhestru pwy na chyhoeddir byth</translation>
    </message>
    <message>
        <source>Looked at the reason of a “never publish”</source>
        <translation>Edrych ar y rheswm dros “byth i&apos;w gyhoeddi”</translation>
    </message>
    <message>
        <source>Began a batch</source>
        <translation>Dechrau swp</translation>
    </message>
    <message>
        <source>Brought a photo in</source>
        <translation>Dod â llun i mewn</translation>
    </message>
    <message>
        <source>Looked through a photo</source>
        <translation>Edrych trwy lun</translation>
    </message>
    <message>
        <source>A photo could not be used</source>
        <translation>Ni ellid defnyddio llun</translation>
    </message>
    <message>
        <source>Compared the faces in a photo</source>
        <translation>Cymharu&apos;r wynebau mewn llun</translation>
    </message>
    <message>
        <source>Decided what may be shown in a photo</source>
        <translation>Penderfynu beth y gellir ei ddangos mewn llun</translation>
    </message>
    <message>
        <source>Wrote words beside a photo</source>
        <translation>Ysgrifennu geiriau wrth ochr llun</translation>
    </message>
    <message>
        <source>Corrected a photo</source>
        <translation>Cywiro llun</translation>
    </message>
    <message>
        <source>Wrote copies that wait for a go live into a folder, to look at</source>
        <translation>Ysgrifennu copïau sy’n aros am gymeradwyaeth i ffolder, i edrych arnynt</translation>
    </message>
    <message>
        <source>Asked for approval of a photo</source>
        <translation>Gofyn am gymeradwyo llun</translation>
    </message>
    <message>
        <source>Said go live to a photo</source>
        <translation>Dweud ewch yn fyw wrth lun</translation>
    </message>
    <message>
        <source>Sent a photo back</source>
        <translation>Anfon llun yn ôl</translation>
    </message>
    <message>
        <source>Was not allowed to say go live</source>
        <translation>Ni chafodd ddweud ewch yn fyw</translation>
    </message>
    <message>
        <source>Made the copies of a photo</source>
        <translation>Gwneud copïau llun</translation>
    </message>
    <message>
        <source>An approval no longer held</source>
        <translation>Nid oedd cymeradwyaeth yn dal mwyach</translation>
    </message>
    <message>
        <source>A copy did not pass the check</source>
        <translation>Ni lwyddodd copi yn y gwiriad</translation>
    </message>
    <message>
        <source>A copy went into a folder</source>
        <translation>Aeth copi i ffolder</translation>
    </message>
    <message>
        <source>A copy was sent</source>
        <translation>Anfonwyd copi</translation>
    </message>
    <message>
        <source>Began to send a copy</source>
        <translation>Dechrau anfon copi</translation>
    </message>
    <message>
        <source>A copy is on its way</source>
        <translation>Mae copi ar ei ffordd</translation>
    </message>
    <message>
        <source>A copy has arrived</source>
        <translation>Mae copi wedi cyrraedd</translation>
    </message>
    <message>
        <source>A copy did not arrive</source>
        <translation>Ni chyrhaeddodd copi</translation>
    </message>
    <message>
        <source>It is not known whether a copy arrived</source>
        <translation>Nid yw&apos;n hysbys a gyrhaeddodd copi</translation>
    </message>
    <message>
        <source>Said what is to be seen where a copy was sent</source>
        <translation>Dweud beth sydd i&apos;w weld lle anfonwyd copi</translation>
    </message>
    <message>
        <source>Saw to an original on its device</source>
        <translation>Trin llun gwreiddiol ar ei ddyfais</translation>
    </message>
    <message>
        <source>Said that an original is gone from its device</source>
        <translation>Dweud bod llun gwreiddiol wedi mynd o&apos;i ddyfais</translation>
    </message>
    <message>
        <source>Put down where a post can be seen</source>
        <translation>Cofnodi lle gellir gweld postiad</translation>
    </message>
    <message>
        <source>A post must come down</source>
        <translation>Rhaid tynnu postiad i lawr</translation>
    </message>
    <message>
        <source>Said that a post is there after all</source>
        <translation>Dweud bod postiad yno wedi&apos;r cyfan</translation>
    </message>
    <message>
        <source>Put a post down as gone</source>
        <translation>Cofnodi bod postiad wedi mynd</translation>
    </message>
    <message>
        <source>Looked at the proof that a post is gone</source>
        <translation>Edrych ar y prawf bod postiad wedi mynd</translation>
    </message>
    <message>
        <source>Judged every post by today&apos;s register</source>
        <translation>Barnu pob postiad yn ôl cofrestr heddiw</translation>
    </message>
    <message>
        <source>Let someone stand in to say go live</source>
        <translation>Gadael i rywun gymryd lle i ddweud ewch yn fyw</translation>
    </message>
    <message>
        <source>Took back that someone stands in</source>
        <translation>Tynnu&apos;n ôl fod rhywun yn cymryd lle</translation>
    </message>
    <message>
        <source>Put an incident down</source>
        <translation>Cofnodi digwyddiad</translation>
    </message>
    <message>
        <source>Added what is known of an incident</source>
        <translation>Ychwanegu&apos;r hyn sy&apos;n hysbys am ddigwyddiad</translation>
    </message>
    <message>
        <source>Closed an incident</source>
        <translation>Cau digwyddiad</translation>
    </message>
    <message>
        <source>Told that photos which lie nowhere else will be deleted</source>
        <translation>Dweud y dilëir lluniau nad ydynt yn unman arall</translation>
    </message>
    <message>
        <source>Listed what is kept for too long</source>
        <translation>Rhestru&apos;r hyn a gedwir yn rhy hir</translation>
    </message>
    <message>
        <source>Put down that someone asked for what is held about them</source>
        <translation>Nodwyd bod rhywun wedi gofyn am yr hyn a gedwir amdano</translation>
    </message>
    <message>
        <source>Put down that such a request was answered</source>
        <translation>Nodwyd bod cais o&apos;r fath wedi&apos;i ateb</translation>
    </message>
    <message>
        <source>Gathered everything held about someone</source>
        <translation>Casglu popeth a gedwir am rywun</translation>
    </message>
    <message>
        <source>Looked at the log</source>
        <translation>Edrych ar y cofnod</translation>
    </message>
    <message>
        <source>Looked at what was deleted</source>
        <translation>Edrych ar yr hyn a ddilëwyd</translation>
    </message>
    <message>
        <source>Looked at what runs out</source>
        <translation>Edrych ar yr hyn sy&apos;n dod i ben</translation>
    </message>
    <message>
        <source>Made the impact assessment pack</source>
        <translation>Gwneud y pecyn asesu effaith</translation>
    </message>
    <message>
        <source>Made the report of an incident</source>
        <translation>Gwneud adroddiad digwyddiad</translation>
    </message>
    <message>
        <source>Looked at everything that was posted</source>
        <translation>Edrych ar bopeth a bostiwyd</translation>
    </message>
    <message>
        <source>Saved a report as PDF</source>
        <translation>Cadw adroddiad fel PDF</translation>
    </message>
    <message>
        <source>Looked at what must come down</source>
        <translation>Edrych ar yr hyn y mae&apos;n rhaid ei dynnu i lawr</translation>
    </message>
    <message>
        <source>Listed who has no answer yet</source>
        <translation>Rhestru pwy sydd heb ateb eto</translation>
    </message>
    <message>
        <source>backups</source>
        <translation>copïau wrth gefn</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>wedi newid</translation>
    </message>
    <message>
        <source>columns with answers</source>
        <translation>colofnau ag atebion</translation>
    </message>
    <message>
        <source>copies</source>
        <translation>copïau</translation>
    </message>
    <message>
        <source>deletions</source>
        <translation>dileadau</translation>
    </message>
    <message>
        <source>until</source>
        <translation>tan</translation>
    </message>
    <message>
        <source>in the place of</source>
        <translation>yn lle</translation>
    </message>
    <message>
        <source>to come down</source>
        <translation>i&apos;w tynnu i lawr</translation>
    </message>
    <message>
        <source>on</source>
        <translation>ar</translation>
    </message>
    <message>
        <source>kept back</source>
        <translation>wedi&apos;u dal yn ôl</translation>
    </message>
    <message>
        <source>new</source>
        <translation>newydd</translation>
    </message>
    <message>
        <source>who have left</source>
        <translation>wedi gadael</translation>
    </message>
    <message>
        <source>left</source>
        <translation>wedi gadael</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>llinellau</translation>
    </message>
    <message>
        <source>parents who were told</source>
        <translation>rhieni a hysbyswyd</translation>
    </message>
    <message>
        <source>the other record</source>
        <translation>y cofnod arall</translation>
    </message>
    <message>
        <source>people</source>
        <translation>pobl</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>atebion</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>lluniau</translation>
    </message>
    <message>
        <source>posts</source>
        <translation>postiadau</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>wedi&apos;u gwrthod</translation>
    </message>
    <message>
        <source>back again</source>
        <translation>yn ôl eto</translation>
    </message>
    <message>
        <source>templates</source>
        <translation>templedi</translation>
    </message>
    <message>
        <source>templates destroyed</source>
        <translation>templedi a ddinistriwyd</translation>
    </message>
    <message>
        <source>to</source>
        <translation>i</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>fel o&apos;r blaen</translation>
    </message>
    <message>
        <source>approvals that no longer hold</source>
        <translation>cymeradwyaethau nad ydynt yn dal mwyach</translation>
    </message>
    <message>
        <source>agreed with</source>
        <translation>cytunwyd â</translation>
    </message>
    <message>
        <source>Checked a copy before it goes out</source>
        <translation>Gwirio copi cyn iddo fynd allan</translation>
    </message>
    <message>
        <source>Deleted a photo here for good</source>
        <translation>Dileu llun yma am byth</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>The file has nothing in it. Nothing was changed. Copy it from the camera again.</source>
        <translation>Nid oes dim yn y ffeil. Ni newidiwyd dim. Copïwch hi o&apos;r camera eto.</translation>
    </message>
    <message>
        <source>This is not a photo, whatever its name says. It stays where it is. Leave it out.</source>
        <translation>Nid llun yw hwn, beth bynnag a ddywed ei enw. Mae&apos;n aros lle mae. Gadewch ef allan.</translation>
    </message>
    <message>
        <source>This kind of picture is not read here. The file stays where it is. Save it as JPEG or PNG and bring it in again.</source>
        <translation>Ni ddarllenir y math hwn o lun yma. Mae&apos;r ffeil yn aros lle mae. Cadwch hi fel JPEG neu PNG a dod â hi i mewn eto.</translation>
    </message>
    <message>
        <source>The photo is cut off: part of the file is missing. Nothing of it will be published. Copy it from the camera again.</source>
        <translation>Mae&apos;r llun wedi&apos;i dorri: mae rhan o&apos;r ffeil ar goll. Ni chyhoeddir dim ohono. Copïwch ef o&apos;r camera eto.</translation>
    </message>
    <message>
        <source>The photo&apos;s file is damaged. Nothing of it will be published. Copy it from the camera again.</source>
        <translation>Mae ffeil y llun wedi&apos;i difrodi. Ni chyhoeddir dim ohono. Copïwch ef o&apos;r camera eto.</translation>
    </message>
    <message>
        <source>The photo is too large to be read safely. Nothing of it will be published. Save a smaller copy and bring that in.</source>
        <translation>Mae&apos;r llun yn rhy fawr i&apos;w ddarllen yn ddiogel. Ni chyhoeddir dim ohono. Cadwch gopi llai a dod â hwnnw i mewn.</translation>
    </message>
    <message>
        <source>The photo is too small to be published. It stays where it is. Look for the original.</source>
        <translation>Mae&apos;r llun yn rhy fach i&apos;w gyhoeddi. Mae&apos;n aros lle mae. Chwiliwch am y gwreiddiol.</translation>
    </message>
    <message>
        <source>The photo could not be opened. Nothing was changed. Try again, or copy it once more.</source>
        <translation>Ni ellid agor y llun. Ni newidiwyd dim. Rhowch gynnig arall arni, neu ei gopïo unwaith eto.</translation>
    </message>
    <message>
        <source>Looking at this photo took too long and was stopped. The other photos are not affected. Try this one again later.</source>
        <translation>Cymerodd edrych ar y llun hwn ormod o amser ac fe&apos;i stopiwyd. Nid effeithir ar y lluniau eraill. Rhowch gynnig ar hwn eto yn nes ymlaen.</translation>
    </message>
    <message>
        <source>This photo made the picture reader stop. It was started again and no other photo is affected. Leave this one out.</source>
        <translation>Gwnaeth y llun hwn i&apos;r darllenydd lluniau stopio. Fe&apos;i hailgychwynnwyd ac nid effeithir ar yr un llun arall. Gadewch hwn allan.</translation>
    </message>
    <message>
        <source>There was not enough memory for this photo. The other photos are not affected. Close other programs and try again.</source>
        <translation>Nid oedd digon o gof ar gyfer y llun hwn. Nid effeithir ar y lluniau eraill. Caewch raglenni eraill a rhoi cynnig arall arni.</translation>
    </message>
    <message>
        <source>A part that finds faces or writing is missing or was altered. Nothing will be published without it. Install Greenlight again.</source>
        <translation>Mae rhan sy&apos;n dod o hyd i wynebau neu ysgrifen ar goll neu wedi&apos;i newid. Ni chyhoeddir dim hebddi. Gosodwch Greenlight eto.</translation>
    </message>
    <message>
        <source>The folder is not there. Nothing was changed. Plug the camera or card in, or choose another folder.</source>
        <translation>Nid yw&apos;r ffolder yno. Ni newidiwyd dim. Cysylltwch y camera neu&apos;r cerdyn, neu ddewis ffolder arall.</translation>
    </message>
    <message>
        <source>There is no photo in this folder. Nothing was brought in. Choose another folder.</source>
        <translation>Nid oes llun yn y ffolder hon. Ni ddaethpwyd â dim i mewn. Dewiswch ffolder arall.</translation>
    </message>
    <message>
        <source>This folder is synced, shared or on a stick, so photos would not stay on this computer. Nothing was put there. Choose a folder on this computer&apos;s own disk.</source>
        <translation>Mae&apos;r ffolder hon wedi&apos;i chysoni, ei rhannu neu ar gof bach, felly ni fyddai lluniau&apos;n aros ar y cyfrifiadur hwn. Ni roddwyd dim ynddi. Dewiswch ffolder ar ddisg y cyfrifiadur hwn ei hun.</translation>
    </message>
    <message>
        <source>This camera or folder is not approved for school photos. Nothing was brought in. Ask an admin to approve it.</source>
        <translation>Nid yw&apos;r camera neu&apos;r ffolder hon wedi&apos;i chymeradwyo ar gyfer lluniau ysgol. Ni ddaethpwyd â dim i mewn. Gofynnwch i weinyddwr ei chymeradwyo.</translation>
    </message>
    <message>
        <source>The camera or card was taken out. What was brought in is safe, and nothing on it was changed. Plug it in and go on.</source>
        <translation>Tynnwyd y camera neu&apos;r cerdyn allan. Mae&apos;r hyn y daethpwyd ag ef i mewn yn ddiogel, ac ni newidiwyd dim arno. Cysylltwch ef a mynd ymlaen.</translation>
    </message>
    <message>
        <source>The card cannot be written, so it cannot get its mark. Nothing was changed. Slide its lock open and approve it again.</source>
        <translation>Ni ellir ysgrifennu ar y cerdyn, felly ni all gael ei farc. Ni newidiwyd dim. Llithrwch ei glo ar agor a&apos;i gymeradwyo eto.</translation>
    </message>
    <message>
        <source>This card has the number of an approved one, but not its mark: it was formatted, or it is another card. Nothing was brought in. Ask an admin to approve it.</source>
        <translation>Mae gan y cerdyn hwn rif un a gymeradwywyd, ond nid ei farc: cafodd ei fformatio, neu gerdyn arall ydyw. Ni ddaethpwyd â dim i mewn. Gofynnwch i weinyddwr ei gymeradwyo.</translation>
    </message>
    <message>
        <source>The photo is safely in. That its original was deleted is not proven yet. Take the card out and put it in again.</source>
        <translation>Mae&apos;r llun i mewn yn ddiogel. Nid yw wedi&apos;i brofi eto bod y gwreiddiol wedi&apos;i ddileu. Tynnwch y cerdyn allan a&apos;i roi i mewn eto.</translation>
    </message>
    <message>
        <source>The photo is safely in. Its original is still on the device, perhaps in another folder or in its bin. Delete it on the device.</source>
        <translation>Mae&apos;r llun i mewn yn ddiogel. Mae&apos;r gwreiddiol yn dal ar y ddyfais, efallai mewn ffolder arall neu yn ei bin. Dilëwch ef ar y ddyfais.</translation>
    </message>
    <message>
        <source>The photo is safely in. That its original was deleted is not proven. Delete it on the phone, also under Recently Deleted.</source>
        <translation>Mae&apos;r llun i mewn yn ddiogel. Nid yw wedi&apos;i brofi bod y gwreiddiol wedi&apos;i ddileu. Dilëwch ef ar y ffôn, hefyd o dan Dilëwyd yn ddiweddar.</translation>
    </message>
    <message>
        <source>The photo is safely in. Its original could not be deleted: the card or the file is locked. Slide the card&apos;s lock open and put it in again.</source>
        <translation>Mae&apos;r llun i mewn yn ddiogel. Ni ellid dileu&apos;r gwreiddiol: mae&apos;r cerdyn neu&apos;r ffeil wedi&apos;i chloi. Llithrwch glo&apos;r cerdyn ar agor a&apos;i roi i mewn eto.</translation>
    </message>
    <message>
        <source>The photo is safely in. On the device another picture has its name now, so nothing was deleted. Look at it on the device.</source>
        <translation>Mae&apos;r llun i mewn yn ddiogel. Ar y ddyfais mae llun arall yn dwyn ei enw nawr, felly ni ddilëwyd dim. Edrychwch arno ar y ddyfais.</translation>
    </message>
    <message>
        <source>Not all of this photo, or of what belongs to it, is safely here. Nothing was deleted: all of it stays on the device. Look at it there.</source>
        <translation>Nid yw’r llun cyfan, na phopeth sy’n perthyn iddo, yma’n ddiogel. Ni ddilëwyd dim: mae’r cyfan yn aros ar y ddyfais. Edrychwch arno yno.</translation>
    </message>
    <message>
        <source>The file could not be read. It stays where it is. Copy it from the camera again.</source>
        <translation>Ni ellid darllen y ffeil. Mae&apos;n aros lle mae. Copïwch hi o&apos;r camera eto.</translation>
    </message>
    <message>
        <source>The file is too large to be taken in. It stays where it is. Bring in a smaller copy.</source>
        <translation>Mae&apos;r ffeil yn rhy fawr i&apos;w chymryd i mewn. Mae&apos;n aros lle mae. Dewch â chopi llai i mewn.</translation>
    </message>
    <message>
        <source>The disk is full. What is finished is safe and no original was touched. Free some space and go on.</source>
        <translation>Mae&apos;r ddisg yn llawn. Mae&apos;r hyn a orffennwyd yn ddiogel ac ni chyffyrddwyd â&apos;r un gwreiddiol. Rhyddhewch le a mynd ymlaen.</translation>
    </message>
    <message>
        <source>Greenlight may not write in this folder. Nothing was changed. Choose another folder.</source>
        <translation>Ni chaiff Greenlight ysgrifennu yn y ffolder hon. Ni newidiwyd dim. Dewiswch ffolder arall.</translation>
    </message>
    <message>
        <source>What was written could not be read back as it was. The photo is still safe here. Try again, perhaps in another folder.</source>
        <translation>Ni ellid darllen yr hyn a ysgrifennwyd yn ôl fel yr oedd. Mae&apos;r llun yn dal yn ddiogel yma. Rhowch gynnig arall arni, efallai mewn ffolder arall.</translation>
    </message>
    <message>
        <source>The stored photo is not there. Nothing was published. Bring the photo in again.</source>
        <translation>Nid yw&apos;r llun a storiwyd yno. Ni chyhoeddwyd dim. Dewch â&apos;r llun i mewn eto.</translation>
    </message>
    <message>
        <source>The stored photo is damaged. Nothing was published. Bring the photo in again.</source>
        <translation>Mae&apos;r llun a storiwyd wedi&apos;i ddifrodi. Ni chyhoeddwyd dim. Dewch â&apos;r llun i mewn eto.</translation>
    </message>
    <message>
        <source>This photo was deleted for good. Its record remains. There is nothing to do.</source>
        <translation>Dilëwyd y llun hwn am byth. Mae ei gofnod yn aros. Nid oes dim i&apos;w wneud.</translation>
    </message>
    <message>
        <source>The finished copy shows something that it may not. It was not published. Look at the photo again under Review.</source>
        <translation>Mae&apos;r copi gorffenedig yn dangos rhywbeth na chaiff ei ddangos. Ni chyhoeddwyd ef. Edrychwch ar y llun eto o dan Adolygu.</translation>
    </message>
    <message>
        <source>This platform has no destination yet. Nothing was sent. Choose a folder, or ask an admin.</source>
        <translation>Nid oes cyrchfan gan y platfform hwn eto. Nid anfonwyd dim. Dewiswch ffolder, neu ofyn i weinyddwr.</translation>
    </message>
    <message>
        <source>The server does not answer. Nothing was sent, and the photo is safe here. Try again later.</source>
        <translation>Nid yw&apos;r gweinydd yn ateb. Nid anfonwyd dim, ac mae&apos;r llun yn ddiogel yma. Rhowch gynnig arall arni yn nes ymlaen.</translation>
    </message>
    <message>
        <source>The server refused the user name or the password. Nothing was sent. Ask an admin to look at the destination.</source>
        <translation>Gwrthododd y gweinydd yr enw defnyddiwr neu&apos;r cyfrinair. Nid anfonwyd dim. Gofynnwch i weinyddwr edrych ar y gyrchfan.</translation>
    </message>
    <message>
        <source>The server could not prove that it is the one that was set up. Nothing was sent. Ask whoever looks after the server before going on.</source>
        <translation>Ni allai&apos;r gweinydd brofi mai ef yw&apos;r un a osodwyd. Nid anfonwyd dim. Gofynnwch i bwy bynnag sy&apos;n gofalu am y gweinydd cyn mynd ymlaen.</translation>
    </message>
    <message>
        <source>It is not known whether the copy arrived. The photo is kept here and is not sent again by itself. Look at the destination, then say whether it is there.</source>
        <translation>Nid yw&apos;n hysbys a gyrhaeddodd y copi. Cedwir y llun yma ac nid anfonir ef eto ohono&apos;i hun. Edrychwch ar y gyrchfan, yna dywedwch a yw yno.</translation>
    </message>
    <message>
        <source>The password file could not be used. Nothing was opened. Type the password instead.</source>
        <translation>Ni ellid defnyddio&apos;r ffeil gyfrinair. Ni agorwyd dim. Teipiwch y cyfrinair yn lle hynny.</translation>
    </message>
    <message>
        <source>The spreadsheet could not be read safely. Nothing was taken over. Save it as CSV or XLSX again.</source>
        <translation>Ni ellid darllen y daenlen yn ddiogel. Ni throsglwyddwyd dim. Cadwch hi fel CSV neu XLSX eto.</translation>
    </message>
    <message>
        <source>It is not clear what the columns of the spreadsheet mean. Nothing was taken over. Correct the mapping.</source>
        <translation>Nid yw&apos;n glir beth mae colofnau&apos;r daenlen yn ei olygu. Ni throsglwyddwyd dim. Cywirwch y mapio.</translation>
    </message>
    <message>
        <source>Rows were refused, or very many people would leave. Nothing was taken over. Look at the list and confirm.</source>
        <translation>Gwrthodwyd rhesi, neu byddai llawer iawn o bobl yn gadael. Ni throsglwyddwyd dim. Edrychwch ar y rhestr a chadarnhau.</translation>
    </message>
    <message>
        <source>Lines of the list cannot be recorded. Nothing was recorded. Correct the lines that are named and try again.</source>
        <translation>Ni ellir cofnodi llinellau o&apos;r rhestr. Ni chofnodwyd dim. Cywirwch y llinellau a enwir a rhoi cynnig arall arni.</translation>
    </message>
    <message>
        <source>This is no scanned form. Nothing was kept. Choose a PDF, a JPEG or a PNG.</source>
        <translation>Nid ffurflen wedi&apos;i sganio yw hon. Ni chadwyd dim. Dewiswch PDF, JPEG neu PNG.</translation>
    </message>
    <message>
        <source>The report could not be made as a PDF. Nothing was changed. Try again, or save it as a table instead.</source>
        <translation>Ni ellid gwneud yr adroddiad fel PDF. Ni newidiwyd dim. Rhowch gynnig arall arni, neu ei gadw fel tabl yn lle hynny.</translation>
    </message>
    <message>
        <source>This computer has no keyring of its own, or it is locked. Nothing was changed. Sign in with your password.</source>
        <translation>Nid oes gan y cyfrifiadur hwn gylch allweddi ei hun, neu mae wedi&apos;i gloi. Ni newidiwyd dim. Mewngofnodwch â&apos;ch cyfrinair.</translation>
    </message>
    <message>
        <source>A part of Greenlight is not installed. Nothing was changed. Install Greenlight again.</source>
        <translation>Nid yw rhan o Greenlight wedi&apos;i gosod. Ni newidiwyd dim. Gosodwch Greenlight eto.</translation>
    </message>
    <message>
        <source>This cannot be done like that. Nothing was changed. Go back and choose again.</source>
        <translation>Ni ellir gwneud hyn fel yna. Ni newidiwyd dim. Ewch yn ôl a dewis eto.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. Nothing was published. Try again; if it happens twice, tell whoever looks after this computer.</source>
        <translation>Aeth rhywbeth annisgwyl o&apos;i le. Ni chyhoeddwyd dim. Rhowch gynnig arall arni; os digwydd ddwywaith, dywedwch wrth bwy bynnag sy&apos;n gofalu am y cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>No one is signed in. Everything is locked away. Sign in to go on.</source>
        <translation>Nid oes neb wedi mewngofnodi. Mae popeth dan glo. Mewngofnodwch i fynd ymlaen.</translation>
    </message>
    <message>
        <source>User name and password do not match. Nothing was opened. Try again.</source>
        <translation>Nid yw&apos;r enw defnyddiwr a&apos;r cyfrinair yn cyfateb. Ni agorwyd dim. Rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>There were too many wrong passwords. Everything is locked away. Wait a few minutes, then try again.</source>
        <translation>Bu gormod o gyfrineiriau anghywir. Mae popeth dan glo. Arhoswch ychydig funudau, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>This account is switched off. Nothing was opened. Ask the person who looks after staff accounts.</source>
        <translation>Mae&apos;r cyfrif hwn wedi&apos;i ddiffodd. Ni agorwyd dim. Gofynnwch i&apos;r person sy&apos;n gofalu am gyfrifon staff.</translation>
    </message>
    <message>
        <source>Your password was chosen by someone else. Everything is locked away. Choose one of your own first.</source>
        <translation>Rhywun arall a ddewisodd eich cyfrinair. Mae popeth dan glo. Dewiswch un eich hun yn gyntaf.</translation>
    </message>
    <message>
        <source>This password is too easily guessed. Nothing was changed. Take twelve characters or more, such as three words that have nothing to do with you or the school.</source>
        <translation>Mae&apos;r cyfrinair hwn yn rhy hawdd ei ddyfalu. Ni newidiwyd dim. Defnyddiwch ddeuddeg nod neu fwy, fel tri gair nad oes a wnelont â chi na&apos;r ysgol.</translation>
    </message>
    <message>
        <source>This is the last account that may look after the others. Nothing was changed. Give that role to a colleague first.</source>
        <translation>Dyma&apos;r cyfrif olaf a gaiff ofalu am y lleill. Ni newidiwyd dim. Rhowch y rôl honno i gydweithiwr yn gyntaf.</translation>
    </message>
    <message>
        <source>Your role does not include this. Nothing was changed. Ask a colleague whose role does.</source>
        <translation>Nid yw eich rôl yn cynnwys hyn. Ni newidiwyd dim. Gofynnwch i gydweithiwr y mae ei rôl yn ei gynnwys.</translation>
    </message>
    <message>
        <source>No training is on record for you, so you may only look. Nothing was changed. Ask the data protection lead to record your training.</source>
        <translation>Nid oes hyfforddiant wedi&apos;i gofnodi i chi, felly cewch edrych yn unig. Ni newidiwyd dim. Gofynnwch i&apos;r arweinydd diogelu data gofnodi eich hyfforddiant.</translation>
    </message>
    <message>
        <source>You have not yet confirmed the present photo policy, so you may only look. Nothing was changed. Read and confirm it first.</source>
        <translation>Nid ydych wedi cadarnhau&apos;r polisi lluniau presennol eto, felly cewch edrych yn unig. Ni newidiwyd dim. Darllenwch a chadarnhewch ef yn gyntaf.</translation>
    </message>
    <message>
        <source>You prepared this, so someone else must say go live. Nothing was published. Ask a colleague to sign in and look.</source>
        <translation>Chi a baratôdd hwn, felly rhaid i rywun arall ddweud mynd yn fyw. Ni chyhoeddwyd dim. Gofynnwch i gydweithiwr fewngofnodi ac edrych.</translation>
    </message>
    <message>
        <source>Something changed after the approval, so it no longer counts. Nothing was published. Look at the photo again and ask for approval anew.</source>
        <translation>Newidiodd rhywbeth ar ôl y gymeradwyaeth, felly nid yw&apos;n cyfrif mwyach. Ni chyhoeddwyd dim. Edrychwch ar y llun eto a gofyn am gymeradwyaeth o&apos;r newydd.</translation>
    </message>
    <message>
        <source>The approval is too old, so it no longer counts. Nothing was published. Look at the photo again and ask for approval anew.</source>
        <translation>Mae&apos;r gymeradwyaeth yn rhy hen, felly nid yw&apos;n cyfrif mwyach. Ni chyhoeddwyd dim. Edrychwch ar y llun eto a gofyn am gymeradwyaeth o&apos;r newydd.</translation>
    </message>
    <message>
        <source>You have said go live to this already, and this platform asks for two people. Nothing was published yet. Another approver must look.</source>
        <translation>Rydych wedi dweud mynd yn fyw wrth hwn eisoes, ac mae&apos;r platfform hwn yn gofyn am ddau berson. Ni chyhoeddwyd dim eto. Rhaid i gymeradwywr arall edrych.</translation>
    </message>
    <message>
        <source>The caption says something that it may not. Nothing was asked for. Correct what is marked.</source>
        <translation>Mae&apos;r capsiwn yn dweud rhywbeth na chaiff ei ddweud. Ni ofynnwyd am ddim. Cywirwch yr hyn a farciwyd.</translation>
    </message>
    <message>
        <source>The three questions about the caption are not all confirmed. Nothing was asked for. Read the caption again and tick them.</source>
        <translation>Nid yw&apos;r tri chwestiwn am y capsiwn i gyd wedi&apos;u cadarnhau. Ni ofynnwyd am ddim. Darllenwch y capsiwn eto a&apos;u ticio.</translation>
    </message>
    <message>
        <source>A link in the caption has not been ticked. Nothing was published. Open each link, then tick it.</source>
        <translation>Nid yw dolen yn y capsiwn wedi&apos;i thicio. Ni chyhoeddwyd dim. Agorwch bob dolen, yna ticiwch hi.</translation>
    </message>
    <message>
        <source>It is not known whether a copy of this photo arrived. The photo is kept. Settle that first under Deliver.</source>
        <translation>Nid yw&apos;n hysbys a gyrhaeddodd copi o&apos;r llun hwn. Cedwir y llun. Setlwch hynny yn gyntaf o dan Dosbarthu.</translation>
    </message>
    <message>
        <source>The photo has moved on since this page was shown. Nothing was changed. Open it again from Home.</source>
        <translation>Mae&apos;r llun wedi symud ymlaen ers i&apos;r dudalen hon gael ei dangos. Ni newidiwyd dim. Agorwch ef eto o Hafan.</translation>
    </message>
    <message>
        <source>Someone in the photo is still to be named or covered. Nothing was published. Settle what is open first.</source>
        <translation>Mae rhywun yn y llun yn dal i fod angen ei enwi neu ei orchuddio. Ni chyhoeddwyd dim. Setlwch yr hyn sy&apos;n agored yn gyntaf.</translation>
    </message>
    <message>
        <source>The school&apos;s rules keep this photo off every platform chosen. Nothing was published. Leave it out.</source>
        <translation>Mae rheolau&apos;r ysgol yn cadw&apos;r llun hwn oddi ar bob platfform a ddewiswyd. Ni chyhoeddwyd dim. Gadewch ef allan.</translation>
    </message>
    <message>
        <source>There is no consent to compare this person&apos;s face. No face data was made. Name the person by hand instead.</source>
        <translation>Nid oes caniatâd i gymharu wyneb y person hwn. Ni wnaed data wyneb. Enwch y person â llaw yn lle hynny.</translation>
    </message>
    <message>
        <source>Comparing faces is switched off for this school. No face data was made. Name people by hand.</source>
        <translation>Mae cymharu wynebau wedi&apos;i ddiffodd ar gyfer yr ysgol hon. Ni wnaed data wyneb. Enwch bobl â llaw.</translation>
    </message>
    <message>
        <source>This person is not on the register. Nothing was changed. Choose someone from the list.</source>
        <translation>Nid yw&apos;r person hwn ar y gofrestr. Ni newidiwyd dim. Dewiswch rywun o&apos;r rhestr.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is more than a day behind the log, so what has run out might count again. Nothing was changed. Set the clock right. If it was ahead before, a lead puts that right under Settings, Policy.</source>
        <translation>Mae cloc y cyfrifiadur hwn fwy na diwrnod y tu ôl i&apos;r log, felly gallai&apos;r hyn sydd wedi dod i ben gyfrif eto. Ni newidiwyd dim. Cywirwch y cloc. Os oedd ar y blaen o&apos;r blaen, mae arweinydd yn cywiro hynny o dan Gosodiadau, Polisi.</translation>
    </message>
    <message>
        <source>Photos that were looked at in a smaller size still wait to go to this platform: small faces and writing in them may not have been found. Nothing was changed. Publish or delete them first.</source>
        <translation>Mae lluniau yr edrychwyd arnynt mewn maint llai yn dal i aros i fynd i&apos;r platfform hwn: efallai na ddaethpwyd o hyd i wynebau bach ac ysgrifen ynddynt. Ni newidiwyd dim. Cyhoeddwch nhw neu dilëwch nhw yn gyntaf.</translation>
    </message>
    <message>
        <source>This platform is not on record. Nothing was published. Choose another.</source>
        <translation>Nid yw&apos;r platfform hwn wedi&apos;i gofnodi. Ni chyhoeddwyd dim. Dewiswch un arall.</translation>
    </message>
    <message>
        <source>This photo is no longer here. Nothing was changed. Go back to Home.</source>
        <translation>Nid yw&apos;r llun hwn yma mwyach. Ni newidiwyd dim. Ewch yn ôl i Hafan.</translation>
    </message>
    <message>
        <source>This camera or folder is not on record. Nothing was brought in. Choose another.</source>
        <translation>Nid yw&apos;r camera neu&apos;r ffolder hon wedi&apos;i chofnodi. Ni ddaethpwyd â dim i mewn. Dewiswch un arall.</translation>
    </message>
    <message>
        <source>This batch is no longer here. Nothing was changed. Go back to Home.</source>
        <translation>Nid yw&apos;r swp hwn yma mwyach. Ni newidiwyd dim. Ewch yn ôl i Hafan.</translation>
    </message>
    <message>
        <source>This scanned form is no longer here. Nothing was changed. Choose another.</source>
        <translation>Nid yw&apos;r ffurflen hon wedi&apos;i sganio yma mwyach. Ni newidiwyd dim. Dewiswch un arall.</translation>
    </message>
    <message>
        <source>This member of staff is not on record. Nothing was changed. Ask the person who looks after staff accounts.</source>
        <translation>Nid yw&apos;r aelod hwn o staff wedi&apos;i gofnodi. Ni newidiwyd dim. Gofynnwch i&apos;r person sy&apos;n gofalu am gyfrifon staff.</translation>
    </message>
    <message>
        <source>This lifts a protection, and one person alone may not. Nothing was changed. Ask a colleague of the same role to agree with a password of their own.</source>
        <translation>Mae hyn yn codi amddiffyniad, ac ni chaiff un person ar ei ben ei hun wneud hynny. Ni newidiwyd dim. Gofynnwch i gydweithiwr o&apos;r un rôl gytuno â&apos;i gyfrinair ei hun.</translation>
    </message>
    <message>
        <source>This destination is no longer on record. Nothing was sent. Choose another.</source>
        <translation>Nid yw&apos;r gyrchfan hon wedi&apos;i chofnodi mwyach. Nid anfonwyd dim. Dewiswch un arall.</translation>
    </message>
    <message>
        <source>This post is not on record. Nothing was changed. Choose one from the list.</source>
        <translation>Nid yw&apos;r postiad hwn wedi&apos;i gofnodi. Ni newidiwyd dim. Dewiswch un o&apos;r rhestr.</translation>
    </message>
    <message>
        <source>This incident is not on record. Nothing was changed. Choose one from the list.</source>
        <translation>Nid yw&apos;r digwyddiad hwn wedi&apos;i gofnodi. Ni newidiwyd dim. Dewiswch un o&apos;r rhestr.</translation>
    </message>
    <message>
        <source>This is here already. It was not taken a second time. There is nothing to do.</source>
        <translation>Mae hwn yma eisoes. Ni chymerwyd ef yr eildro. Nid oes dim i&apos;w wneud.</translation>
    </message>
    <message>
        <source>This cannot be done here. Nothing was changed. Choose another region or another way.</source>
        <translation>Ni ellir gwneud hyn yma. Ni newidiwyd dim. Dewiswch ardal arall neu ffordd arall.</translation>
    </message>
    <message>
        <source>This computer has not enough free memory to check or set a password. Nothing is lost, and this does not count as a wrong password. Close other programs, then try again.</source>
        <translation>Nid oes digon o gof rhydd ar y cyfrifiadur hwn i wirio neu osod cyfrinair. Nid oes dim wedi&apos;i golli, ac nid yw hyn yn cyfrif fel cyfrinair anghywir. Caewch raglenni eraill, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>There is already a school&apos;s store in this folder. It was not touched. Choose an empty folder.</source>
        <translation>Mae storfa ysgol yn y ffolder hon eisoes. Ni chyffyrddwyd â hi. Dewiswch ffolder wag.</translation>
    </message>
    <message>
        <source>There is no school&apos;s store in this folder. Nothing was changed. Choose another folder.</source>
        <translation>Nid oes storfa ysgol yn y ffolder hon. Ni newidiwyd dim. Dewiswch ffolder arall.</translation>
    </message>
    <message>
        <source>The store is open in another window of Greenlight. Nothing was changed. Close that window first.</source>
        <translation>Mae&apos;r storfa ar agor mewn ffenestr arall o Greenlight. Ni newidiwyd dim. Caewch y ffenestr honno yn gyntaf.</translation>
    </message>
    <message>
        <source>The store does not pass its own checks and was not opened. It was left as it is. Restore the latest backup.</source>
        <translation>Nid yw&apos;r storfa&apos;n pasio ei gwiriadau ei hun ac ni agorwyd hi. Fe&apos;i gadawyd fel y mae. Adferwch y copi wrth gefn diweddaraf.</translation>
    </message>
    <message>
        <source>The store was written by a newer Greenlight. It was left as it is. Install the newer version.</source>
        <translation>Ysgrifennwyd y storfa gan Greenlight mwy newydd. Fe&apos;i gadawyd fel y mae. Gosodwch y fersiwn mwy newydd.</translation>
    </message>
    <message>
        <source>The log of acts has been altered. Nothing more will be published. Tell the data protection lead.</source>
        <translation>Mae&apos;r cofnod gweithredoedd wedi&apos;i newid. Ni chyhoeddir dim mwy. Dywedwch wrth yr arweinydd diogelu data.</translation>
    </message>
    <message>
        <source>The school&apos;s server does not answer. What was not finished was not done. Check the network, then try again.</source>
        <translation>Nid yw gweinydd yr ysgol yn ateb. Ni wnaed yr hyn na orffennwyd. Gwiriwch y rhwydwaith, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>The school&apos;s server did not let Greenlight in. Nothing was changed. Ask who looks after the server.</source>
        <translation>Ni adawodd gweinydd yr ysgol Greenlight i mewn. Ni newidiwyd dim. Gofynnwch i bwy sy&apos;n gofalu am y gweinydd.</translation>
    </message>
    <message>
        <source>The school&apos;s server did not prove who it is. Nothing was sent to it. Ask who looks after the server.</source>
        <translation>Ni phrofodd gweinydd yr ysgol pwy ydyw. Nid anfonwyd dim ato. Gofynnwch i bwy sy&apos;n gofalu am y gweinydd.</translation>
    </message>
    <message>
        <source>The second person must be someone else, with the same role. Nothing was changed. Ask a colleague.</source>
        <translation>Rhaid i&apos;r ail berson fod yn rhywun arall, â&apos;r un rôl. Ni newidiwyd dim. Gofynnwch i gydweithiwr.</translation>
    </message>
    <message>
        <source>The school no longer posts on this platform. Nothing was published. Take it off the list, or ask an admin to open it again.</source>
        <translation>Nid yw&apos;r ysgol yn postio ar y platfform hwn mwyach. Ni chyhoeddwyd dim. Tynnwch ef oddi ar y rhestr, neu gofynnwch i weinyddwr ei agor eto.</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>Pupil</source>
        <translation>Disgybl</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Volunteer</source>
        <translation>Gwirfoddolwr</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Ymwelydd</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Llun</translation>
    </message>
    <message>
        <source>Photo in a group</source>
        <translation>Llun mewn grŵp</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Fideo</translation>
    </message>
    <message>
        <source>Recognising the face</source>
        <translation>Adnabod yr wyneb</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ie</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Na</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Tynnwyd yn ôl</translation>
    </message>
    <message>
        <source>Asked, no answer yet</source>
        <translation>Gofynnwyd, dim ateb eto</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ie</translation>
    </message>
    <message>
        <source>yes, ends soon</source>
        <translation>ie, daw i ben cyn hir</translation>
    </message>
    <message>
        <source>no</source>
        <translation>na</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>dim ateb</translation>
    </message>
    <message>
        <source>a parent or carer</source>
        <translation>rhiant neu ofalwr</translation>
    </message>
    <message>
        <source>whoever signed the school&apos;s form</source>
        <translation>pwy bynnag a lofnododd ffurflen yr ysgol</translation>
    </message>
</context>
<context>
    <name>platforms</name>
    <message>
        <source>uniform is shown</source>
        <translation>dangosir y wisg ysgol</translation>
    </message>
    <message>
        <source>crest is covered</source>
        <translation>gorchuddir y bathodyn</translation>
    </message>
    <message>
        <source>uniform is covered</source>
        <translation>gorchuddir y wisg ysgol</translation>
    </message>
    <message>
        <source>no photo with uniform</source>
        <translation>dim llun gyda gwisg ysgol</translation>
    </message>
</context>
<context>
    <name>printing</name>
    <message>
        <source>Greenlight: recovery key</source>
        <translation>Greenlight: allwedd adfer</translation>
    </message>
    <message>
        <source>Whoever holds this key can give an admin a new password, and so open the register. Keep it in the school&apos;s safe, where this computer is not.</source>
        <translation>Gall pwy bynnag sydd â&apos;r allwedd hon roi cyfrinair newydd i weinyddwr, ac felly agor y gofrestr. Cadwch hi yn sêff yr ysgol, mewn man gwahanol i&apos;r cyfrifiadur hwn.</translation>
    </message>
</context>
<context>
    <name>quality</name>
    <message>
        <source>A good picture; its numbers are kept, the picture is not.</source>
        <translation>Llun da; cedwir ei rifau, ond nid y llun.</translation>
    </message>
    <message>
        <source>No face was found. Use a picture in which this person looks at you.</source>
        <translation>Ni ddaethpwyd o hyd i wyneb. Defnyddiwch lun lle mae&apos;r person hwn yn edrych arnoch.</translation>
    </message>
    <message>
        <source>There are several faces. Cut it so that only this person is in it.</source>
        <translation>Mae sawl wyneb. Torrwch ef fel mai&apos;r person hwn yn unig sydd ynddo.</translation>
    </message>
    <message>
        <source>The face is too small. Use a picture in which it is larger.</source>
        <translation>Mae&apos;r wyneb yn rhy fach. Defnyddiwch lun lle mae&apos;n fwy.</translation>
    </message>
    <message>
        <source>The face is blurred. Use a sharper picture.</source>
        <translation>Mae&apos;r wyneb yn aneglur. Defnyddiwch lun mwy eglur.</translation>
    </message>
    <message>
        <source>The face is too dark. Use a brighter picture.</source>
        <translation>Mae&apos;r wyneb yn rhy dywyll. Defnyddiwch lun mwy disglair.</translation>
    </message>
    <message>
        <source>The face is turned away. Use a picture from the front.</source>
        <translation>Mae&apos;r wyneb wedi&apos;i droi i ffwrdd. Defnyddiwch lun o&apos;r tu blaen.</translation>
    </message>
</context>
<context>
    <name>regions</name>
    <message>
        <source>someone</source>
        <translation>rhywun</translation>
    </message>
    <message>
        <source>{name}?</source>
        <translation>{name}?</translation>
    </message>
    <message>
        <source>Unsure: {first} or {second}?</source>
        <translation>Ansicr: {first} neu {second}?</translation>
    </message>
    <message>
        <source>Unsure: {name}?</source>
        <translation>Ansicr: {name}?</translation>
    </message>
    <message>
        <source>Not on the register</source>
        <translation>Ddim ar y gofrestr</translation>
    </message>
    <message>
        <source>{kind}, not known</source>
        <translation>{kind}, ddim yn hysbys</translation>
    </message>
    <message>
        <source>It was seen in a finished copy, which did not go out.</source>
        <translation>Fe&apos;i gwelwyd mewn copi gorffenedig, nad aeth allan.</translation>
    </message>
</context>
<context>
    <name>review</name>
    <message>
        <source>Photo {n} of {total}</source>
        <translation>Llun {n} o {total}</translation>
    </message>
    <message>
        <source>approval is asked for</source>
        <translation>gofynnwyd am gymeradwyaeth</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gwelwyd</translation>
    </message>
    <message>
        <source>sent back with a note</source>
        <translation>anfonwyd yn ôl gyda nodyn</translation>
    </message>
    <message>
        <source>Photo {n}
{likeness}</source>
        <translation>Llun {n}
{likeness}</translation>
    </message>
    <message>
        <source>Photo {n}
{name}?</source>
        <translation>Llun {n}
{name}?</translation>
    </message>
</context>
<context>
    <name>roles</name>
    <message>
        <source>office</source>
        <translation>swyddfa</translation>
    </message>
    <message>
        <source>approver</source>
        <translation>cymeradwywr</translation>
    </message>
    <message>
        <source>data protection lead</source>
        <translation>arweinydd diogelu data</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>gweinyddwr</translation>
    </message>
</context>
<context>
    <name>roll</name>
    <message>
        <source>There is nothing in the file.</source>
        <translation>Nid oes dim yn y ffeil.</translation>
    </message>
    <message>
        <source>The file is larger than any roll.</source>
        <translation>Mae&apos;r ffeil yn fwy nag unrhyw restr.</translation>
    </message>
    <message>
        <source>The workbook unpacks to far more than it seems to hold.</source>
        <translation>Mae&apos;r llyfr gwaith yn dadbacio i lawer mwy nag y mae&apos;n ymddangos ei fod yn ei gynnwys.</translation>
    </message>
    <message>
        <source>There are more than 50,000 rows.</source>
        <translation>Mae mwy na 50,000 o resi.</translation>
    </message>
    <message>
        <source>There are more than 200 columns.</source>
        <translation>Mae mwy na 200 o golofnau.</translation>
    </message>
    <message>
        <source>A cell holds more than 2,000 characters.</source>
        <translation>Mae cell yn cynnwys mwy na 2,000 o nodau.</translation>
    </message>
    <message>
        <source>The letters cannot be read. Save it as CSV UTF-8.</source>
        <translation>Ni ellir darllen y llythrennau. Cadwch hi fel CSV UTF-8.</translation>
    </message>
    <message>
        <source>The file is damaged. Export it again.</source>
        <translation>Mae&apos;r ffeil wedi&apos;i difrodi. Allforiwch hi eto.</translation>
    </message>
    <message>
        <source>The workbook holds definitions that no real workbook has.</source>
        <translation>Mae&apos;r llyfr gwaith yn cynnwys diffiniadau nad oes gan yr un llyfr gwaith go iawn.</translation>
    </message>
    <message>
        <source>An old or locked Excel file. Save it as XLSX without a password.</source>
        <translation>Ffeil Excel hen neu wedi&apos;i chloi. Cadwch hi fel XLSX heb gyfrinair.</translation>
    </message>
    <message>
        <source>Several sheets hold something. Save the right one alone.</source>
        <translation>Mae rhywbeth mewn sawl taflen. Cadwch yr un gywir ar ei phen ei hun.</translation>
    </message>
    <message>
        <source>The workbook has no sheet of this name.</source>
        <translation>Nid oes taflen o&apos;r enw hwn yn y llyfr gwaith.</translation>
    </message>
    <message>
        <source>What the columns mean is not whole.</source>
        <translation>Nid yw ystyr y colofnau&apos;n gyflawn.</translation>
    </message>
    <message>
        <source>Choose the column with the school number.</source>
        <translation>Dewiswch y golofn gyda rhif yr ysgol.</translation>
    </message>
    <message>
        <source>Two columns of the file have this heading.</source>
        <translation>Mae gan ddwy golofn yn y ffeil y pennawd hwn.</translation>
    </message>
    <message>
        <source>Choose a column for the whole name, or one for forenames and one for surnames.</source>
        <translation>Dewiswch golofn ar gyfer yr enw cyfan, neu un ar gyfer enwau cyntaf ac un ar gyfer cyfenwau.</translation>
    </message>
    <message>
        <source>Tick each platform that this consent was asked for.</source>
        <translation>Ticiwch bob platfform y gofynnwyd am y caniatâd hwn ar ei gyfer.</translation>
    </message>
    <message>
        <source>The school has no such platform.</source>
        <translation>Nid oes gan yr ysgol blatfform o&apos;r fath.</translation>
    </message>
    <message>
        <source>A biometric consent is for no platform.</source>
        <translation>Nid yw caniatâd biometrig ar gyfer platfform.</translation>
    </message>
    <message>
        <source>A yes in this column may be a no. Say what a yes means.</source>
        <translation>Gall ie yn y golofn hon fod yn na. Dywedwch beth mae ie yn ei olygu.</translation>
    </message>
    <message>
        <source>Blank, or a word for no, cannot be made a yes.</source>
        <translation>Ni ellir gwneud ie o gell wag nac o air am na.</translation>
    </message>
    <message>
        <source>no school number</source>
        <translation>dim rhif ysgol</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>dim enw</translation>
    </message>
    <message>
        <source>not a name</source>
        <translation>nid enw</translation>
    </message>
    <message>
        <source>a name or number is too long</source>
        <translation>mae enw neu rif yn rhy hir</translation>
    </message>
    <message>
        <source>a formula, which is never worked out</source>
        <translation>fformiwla, nas cyfrifir byth</translation>
    </message>
    <message>
        <source>more or fewer cells than headings; it may have slipped</source>
        <translation>mwy neu lai o gelloedd na phenawdau; gall fod wedi llithro</translation>
    </message>
    <message>
        <source>another row has the same number</source>
        <translation>mae gan res arall yr un rhif</translation>
    </message>
    <message>
        <source>two people of the register have this number</source>
        <translation>mae gan ddau berson ar y gofrestr y rhif hwn</translation>
    </message>
    <message>
        <source>the number belongs to someone of another kind</source>
        <translation>mae&apos;r rhif yn perthyn i rywun o fath arall</translation>
    </message>
    <message>
        <source>the number stands on the register under another name; correct one of the two first</source>
        <translation>mae&apos;r rhif ar y gofrestr dan enw arall; cywirwch un o&apos;r ddau yn gyntaf</translation>
    </message>
    <message>
        <source>someone of this name is on the register without a number</source>
        <translation>mae rhywun o&apos;r enw hwn ar y gofrestr heb rif</translation>
    </message>
    <message>
        <source>someone of this name is on the register with another number</source>
        <translation>mae rhywun o&apos;r enw hwn ar y gofrestr gyda rhif arall</translation>
    </message>
    <message>
        <source>someone else has this unique pupil number</source>
        <translation>mae&apos;r rhif disgybl unigryw hwn gan rywun arall</translation>
    </message>
    <message>
        <source>not a unique pupil number; perhaps mistyped</source>
        <translation>nid rhif disgybl unigryw; wedi&apos;i gamdeipio efallai</translation>
    </message>
    <message>
        <source>not a day, or one to come</source>
        <translation>nid diwrnod, neu un sydd i ddod</translation>
    </message>
    <message>
        <source>who answered is no carer of this person</source>
        <translation>nid yw&apos;r sawl a atebodd yn ofalwr i&apos;r person hwn</translation>
    </message>
    <message>
        <source>a no on the register stands; a yes without its day, or as old, does not lift it</source>
        <translation>mae na ar y gofrestr yn sefyll; nid yw ie heb ei ddiwrnod, neu mor hen, yn ei godi</translation>
    </message>
    <message>
        <source>it has run out; a yes without its day does not renew it</source>
        <translation>mae wedi dod i ben; nid yw ie heb ei ddiwrnod yn ei adnewyddu</translation>
    </message>
    <message>
        <source>Leave the refused rows out</source>
        <translation>Gadael y rhesi a wrthodwyd allan</translation>
    </message>
    <message>
        <source>So many have really left: the file is whole</source>
        <translation>Mae cynifer wedi gadael: mae&apos;r ffeil yn gyfan</translation>
    </message>
    <message>
        <source>School number</source>
        <translation>Rhif ysgol</translation>
    </message>
    <message>
        <source>Whole name</source>
        <translation>Enw cyfan</translation>
    </message>
    <message>
        <source>Forename</source>
        <translation>Enw cyntaf</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Cyfenw</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Adwaenir fel</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Dosbarth</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Blwyddyn</translation>
    </message>
    <message>
        <source>Parents and carers</source>
        <translation>Rhieni a gofalwyr</translation>
    </message>
    <message>
        <source>Day of leaving</source>
        <translation>Diwrnod gadael</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Language and look</source>
        <translation>Iaith a golwg</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Fy nghyfrif</translation>
    </message>
    <message>
        <source>Open on this computer</source>
        <translation>Agor ar y cyfrifiadur hwn</translation>
    </message>
    <message>
        <source>Staff accounts</source>
        <translation>Cyfrifon staff</translation>
    </message>
    <message>
        <source>Platforms</source>
        <translation>Platfformau</translation>
    </message>
    <message>
        <source>Where copies go</source>
        <translation>I ble mae copïau&apos;n mynd</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Dyfeisiau</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Polisi</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gwisg ysgol</translation>
    </message>
    <message>
        <source>Backup and recovery key</source>
        <translation>Copi wrth gefn ac allwedd adfer</translation>
    </message>
    <message>
        <source>About Greenlight</source>
        <translation>Ynghylch Greenlight</translation>
    </message>
</context>
<context>
    <name>set_up</name>
    <message>
        <source>Type the school&apos;s name.</source>
        <translation>Teipiwch enw&apos;r ysgol.</translation>
    </message>
    <message>
        <source>Type your name and a user name.</source>
        <translation>Teipiwch eich enw ac enw defnyddiwr.</translation>
    </message>
    <message>
        <source>Type the lead&apos;s name and a user name.</source>
        <translation>Teipiwch enw&apos;r arweinydd ac enw defnyddiwr.</translation>
    </message>
    <message>
        <source>The two need different user names.</source>
        <translation>Mae angen enwau defnyddiwr gwahanol ar y ddau.</translation>
    </message>
    <message>
        <source>Your password is too easy to guess: three words or twelve letters, and no names.</source>
        <translation>Mae eich cyfrinair yn rhy hawdd ei ddyfalu: tri gair neu ddeuddeg llythyren, a dim enwau.</translation>
    </message>
    <message>
        <source>The lead&apos;s password is too easy to guess: three words or twelve letters, and no names.</source>
        <translation>Mae cyfrinair yr arweinydd yn rhy hawdd ei ddyfalu: tri gair neu ddeuddeg llythyren, a dim enwau.</translation>
    </message>
    <message>
        <source>The two need different passwords.</source>
        <translation>Mae angen cyfrineiriau gwahanol ar y ddau.</translation>
    </message>
    <message>
        <source>The day of your training is still to come.</source>
        <translation>Mae diwrnod eich hyfforddiant eto i ddod.</translation>
    </message>
    <message>
        <source>One of the platforms is not known.</source>
        <translation>Nid yw un o&apos;r platfformau&apos;n hysbys.</translation>
    </message>
    <message>
        <source>Type the version of the policy.</source>
        <translation>Teipiwch fersiwn y polisi.</translation>
    </message>
</context>
<context>
    <name>stops</name>
    <message>
        <source>Home</source>
        <translation>Hafan</translation>
    </message>
    <message>
        <source>Bring in</source>
        <translation>Dod i mewn</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Adolygu</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Cymeradwyo</translation>
    </message>
    <message>
        <source>Deliver</source>
        <translation>Dosbarthu</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Pobl</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Hanes</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Gosodiadau</translation>
    </message>
</context>
<context>
    <name>why</name>
    <message>
        <source>permission on record</source>
        <translation>caniatâd wedi&apos;i gofnodi</translation>
    </message>
    <message>
        <source>no answer on record</source>
        <translation>dim ateb wedi&apos;i gofnodi</translation>
    </message>
    <message>
        <source>permission was refused</source>
        <translation>gwrthodwyd caniatâd</translation>
    </message>
    <message>
        <source>permission was withdrawn</source>
        <translation>tynnwyd caniatâd yn ôl</translation>
    </message>
    <message>
        <source>no answer from a parent or carer yet</source>
        <translation>dim ateb gan riant neu ofalwr eto</translation>
    </message>
    <message>
        <source>permission has run out</source>
        <translation>mae&apos;r caniatâd wedi dod i ben</translation>
    </message>
    <message>
        <source>permission has not begun yet</source>
        <translation>nid yw&apos;r caniatâd wedi dechrau eto</translation>
    </message>
    <message>
        <source>one parent or carer refused</source>
        <translation>gwrthododd un rhiant neu ofalwr</translation>
    </message>
    <message>
        <source>the pupil does not want it</source>
        <translation>nid yw&apos;r disgybl am hynny</translation>
    </message>
    <message>
        <source>not every parent has been told</source>
        <translation>nid yw pob rhiant wedi cael gwybod</translation>
    </message>
    <message>
        <source>allowed only among three or more people who can be seen</source>
        <translation>caniateir dim ond ymhlith tri neu fwy o bobl sydd i&apos;w gweld</translation>
    </message>
    <message>
        <source>not clear who this is</source>
        <translation>nid yw&apos;n glir pwy yw hwn</translation>
    </message>
    <message>
        <source>not confirmed yet</source>
        <translation>heb ei gadarnhau eto</translation>
    </message>
    <message>
        <source>not known yet</source>
        <translation>ddim yn hysbys eto</translation>
    </message>
    <message>
        <source>not on the register</source>
        <translation>ddim ar y gofrestr</translation>
    </message>
    <message>
        <source>has left the school</source>
        <translation>wedi gadael yr ysgol</translation>
    </message>
    <message>
        <source>a face too small to recognise</source>
        <translation>wyneb rhy fach i&apos;w adnabod</translation>
    </message>
    <message>
        <source>the school&apos;s rules</source>
        <translation>rheolau&apos;r ysgol</translation>
    </message>
    <message>
        <source>this platform does not show names</source>
        <translation>nid yw&apos;r platfform hwn yn dangos enwau</translation>
    </message>
    <message>
        <source>this looks like a name</source>
        <translation>mae hyn yn edrych fel enw</translation>
    </message>
    <message>
        <source>an address, number or code</source>
        <translation>cyfeiriad, rhif neu god</translation>
    </message>
    <message>
        <source>this platform does not show the uniform</source>
        <translation>nid yw&apos;r platfform hwn yn dangos y wisg ysgol</translation>
    </message>
    <message>
        <source>covered by hand</source>
        <translation>gorchuddiwyd â llaw</translation>
    </message>
    <message>
        <source>nothing personal</source>
        <translation>dim byd personol</translation>
    </message>
    <message>
        <source>marked as nothing</source>
        <translation>marciwyd fel dim byd</translation>
    </message>
    <message>
        <source>Shown on {platform}: {reason}.</source>
        <translation>Dangosir ar {platform}: {reason}.</translation>
    </message>
    <message>
        <source>Covered on {platform}: {reason}.</source>
        <translation>Gorchuddir ar {platform}: {reason}.</translation>
    </message>
    <message>
        <source>Keeps the photo off {platform}: {reason}.</source>
        <translation>Yn cadw&apos;r llun oddi ar {platform}: {reason}.</translation>
    </message>
    <message>
        <source>Shown: {reason}</source>
        <translation>Dangosir: {reason}</translation>
    </message>
    <message>
        <source>Covered: {reason}</source>
        <translation>Gorchuddir: {reason}</translation>
    </message>
    <message>
        <source>Blocks: {reason}</source>
        <translation>Yn rhwystro: {reason}</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>clir</translation>
    </message>
    <message>
        <source>clear with covers</source>
        <translation>clir gyda gorchuddion</translation>
    </message>
    <message>
        <source>needs a person</source>
        <translation>angen person</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>wedi&apos;i rwystro</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>A tiny face</source>
        <translation>Wyneb bach iawn</translation>
    </message>
    <message>
        <source>A person, drawn by hand</source>
        <translation>Person, wedi&apos;i lunio â llaw</translation>
    </message>
    <message>
        <source>A name of the register</source>
        <translation>Enw o&apos;r gofrestr</translation>
    </message>
    <message>
        <source>Perhaps a name</source>
        <translation>Enw efallai</translation>
    </message>
    <message>
        <source>An address or number</source>
        <translation>Cyfeiriad neu rif</translation>
    </message>
    <message>
        <source>A number plate</source>
        <translation>Plât rhif</translation>
    </message>
    <message>
        <source>A code</source>
        <translation>Cod</translation>
    </message>
    <message>
        <source>The school&apos;s name</source>
        <translation>Enw&apos;r ysgol</translation>
    </message>
    <message>
        <source>Other writing</source>
        <translation>Ysgrifen arall</translation>
    </message>
    <message>
        <source>The school&apos;s crest</source>
        <translation>Bathodyn yr ysgol</translation>
    </message>
    <message>
        <source>Uniform colours</source>
        <translation>Lliwiau&apos;r wisg ysgol</translation>
    </message>
    <message>
        <source>A name on the uniform</source>
        <translation>Enw ar y wisg ysgol</translation>
    </message>
    <message>
        <source>An area, drawn by hand</source>
        <translation>Ardal, wedi&apos;i llunio â llaw</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>ni roddwyd rheswm</translation>
    </message>
    <message>
        <source>There is nothing here</source>
        <translation>Nid oes dim yma</translation>
    </message>
    <message>
        <source>A drawing, a statue or a toy</source>
        <translation>Darlun, cerflun neu degan</translation>
    </message>
    <message>
        <source>Nobody&apos;s name, number or address</source>
        <translation>Nid enw, rhif na chyfeiriad neb</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>heb ei gymharu</translation>
    </message>
    <message>
        <source>looks very like</source>
        <translation>yn edrych yn debyg iawn</translation>
    </message>
    <message>
        <source>looks like</source>
        <translation>yn edrych yn debyg</translation>
    </message>
    <message>
        <source>some likeness</source>
        <translation>rhywfaint o debygrwydd</translation>
    </message>
</context>
</TS>
