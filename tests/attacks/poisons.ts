/**
 * What is known to poison Yjs, byte for byte: made once and kept, so that no change of a generator can lose it. What
 * the fuzz finds is added here. The clientID 1001 is the carer's, 2002 the attacker's.
 */
import type { Reason } from "#server/live/gate.ts";

/**
 * What stock Yjs does with it. "takes": as if nothing were wrong, and the harm is done; "throws": and has begun;
 * "waits": for ever, with every newcomer; "bricks": the document can be written down no more; "breaks what comes later":
 * every change of anybody's throws; "silences": what the carer types next is there for nobody else; "spoils an emoji":
 * two marks of nothing stand for it; "leaves roots": those of a change that failed; "cannot be told": as JSON; "comes
 * out when read again": nothing is seen of it before the log is.
 */
export type Stock = "takes" | "throws" | "waits" | "bricks" | "breaks what comes later" | "silences" | "spoils an emoji" | "leaves roots" | "cannot be told" | "comes out when read again";

export interface Poison {
  readonly name: string;
  readonly on: keyof typeof documents;
  readonly stock: Stock;
  /** The gate's. */
  readonly reason: Reason;
  /** True when it comes as an answer to our asking. */
  readonly whole?: true;
  readonly hex: string;
}

/**
 * What it is poured into. The list: two items of the carer's, "Seibiant 😀 yn lleol" and "Ask first", one of hers that
 * is gone, and "!" behind "first" by the attacker. The notes: one of the carer's, and one that is gone. Change by change.
 */
export const documents = {
  list: ["0201d20f0084e9072401210ce907002701056974656d73036f6e65012800e90700056f7264657201770261302800e90700046c616e6701770263792700e907000474657874020400e90703165365696269616e7420f09f988020796e206c6c656f6c2701056974656d730374776f012800e90718056f7264657201770261312800e90718046c616e67017702656e2700e907180474657874020400e9071b0941736b2066697273742101056974656d7304676f6e6501000701e907012508"],
  notes: ["010ae907002701056e6f7465730468657273012800e9070002627901770563617265722800e9070007706173736167650175002800e9070005776f72647301770857652074726965642800e90700046c616e67017702656e2701056e6f74657304676f6e65012800e9070502627901770563617265722800e9070507706173736167650175002800e9070505776f726473017704676f6e652800e90705046c616e67017702656e00", "0001e907010505"],
} as const;

export const poisons: readonly Poison[] = [
  { name: "a brick of 28 bytes: it waits for ever, and what it waits in can be written down no more", on: "list", stock: "bricks", reason: "owner", hex: "0103ffffff7f000affffffffffffff7f0a8080808080808040000100" },
  { name: "the same under the attacker's own name", on: "list", stock: "bricks", reason: "syntax", hex: "0103d20f010affffffffffffff7f0a8080808080808040000100" },
  { name: "30 bytes of deletions, after which every change of anybody's throws", on: "list", stock: "breaks what comes later", reason: "syntax", hex: "0001808080800c0200808080808080802080808080808080800280808001" },
  { name: "66 bytes that do the same by words that were never written", on: "list", stock: "breaks what comes later", reason: "owner", hex: "0104808080800c0000ffffffffffffff7f008080808080808040008080808080800100808080808080800101808080800c01f0ffffffffffff7fffffffffffffff7f" },
  { name: "13 bytes that silence somebody: nothing, where her next words would stand", on: "list", stock: "silences", reason: "owner", hex: "0101e9072d0080808080802000" },
  { name: "nothing at all, for longer than anybody types, under the attacker's own name", on: "list", stock: "takes", reason: "size", hex: "0101d20f010080808080802000" },
  { name: "12 bytes that delete what somebody is yet to type", on: "list", stock: "silences", reason: "deletion", hex: "0001e907012d808080808020" },
  { name: "7 bytes that announce 33 million structs, for which Yjs makes room", on: "list", stock: "throws", reason: "size", hex: "01ffffff0f0500" },
  { name: "25 bytes that end the process when they are read as the second version", on: "list", stock: "takes", reason: "syntax", hex: "0000010102410000000001ffffff0e0001000001ffffff0e00" },
  { name: "a hundred roots, left behind by a change that failed (20,000 in 180 KB)", on: "list", stock: "leaves roots", reason: "root", hex: "0164d20f01240103723030016b0178240103723031016b0178240103723032016b0178240103723033016b0178240103723034016b0178240103723035016b0178240103723036016b0178240103723037016b0178240103723038016b0178240103723039016b0178240103723130016b0178240103723131016b0178240103723132016b0178240103723133016b0178240103723134016b0178240103723135016b0178240103723136016b0178240103723137016b0178240103723138016b0178240103723139016b0178240103723230016b0178240103723231016b0178240103723232016b0178240103723233016b0178240103723234016b0178240103723235016b0178240103723236016b0178240103723237016b0178240103723238016b0178240103723239016b0178240103723330016b0178240103723331016b0178240103723332016b0178240103723333016b0178240103723334016b0178240103723335016b0178240103723336016b0178240103723337016b0178240103723338016b0178240103723339016b0178240103723430016b0178240103723431016b0178240103723432016b0178240103723433016b0178240103723434016b0178240103723435016b0178240103723436016b0178240103723437016b0178240103723438016b0178240103723439016b0178240103723530016b0178240103723531016b0178240103723532016b0178240103723533016b0178240103723534016b0178240103723535016b0178240103723536016b0178240103723537016b0178240103723538016b0178240103723539016b0178240103723630016b0178240103723631016b0178240103723632016b0178240103723633016b0178240103723634016b0178240103723635016b0178240103723636016b0178240103723637016b0178240103723638016b0178240103723639016b0178240103723730016b0178240103723731016b0178240103723732016b0178240103723733016b0178240103723734016b0178240103723735016b0178240103723736016b0178240103723737016b0178240103723738016b0178240103723739016b0178240103723830016b0178240103723831016b0178240103723832016b0178240103723833016b0178240103723834016b0178240103723835016b0178240103723836016b0178240103723837016b0178240103723838016b0178240103723839016b0178240103723930016b0178240103723931016b0178240103723932016b0178240103723933016b0178240103723934016b0178240103723935016b0178240103723936016b0178240103723937016b0178240103723938016b0178240103723939016b017801" },
  { name: "neighbours the wrong way round: each reading makes something else of it", on: "list", stock: "takes", reason: "order", hex: "0101d20f01c4e90708e90705017800" },
  { name: "forty records within one another (a thousand of them, and reading throws)", on: "list", stock: "takes", reason: "kind", hex: "0129d20f012701056c696e6b730464656570012700d20f01066974656d4964012700d20f02066974656d4964012700d20f03066974656d4964012700d20f04066974656d4964012700d20f05066974656d4964012700d20f06066974656d4964012700d20f07066974656d4964012700d20f08066974656d4964012700d20f09066974656d4964012700d20f0a066974656d4964012700d20f0b066974656d4964012700d20f0c066974656d4964012700d20f0d066974656d4964012700d20f0e066974656d4964012700d20f0f066974656d4964012700d20f10066974656d4964012700d20f11066974656d4964012700d20f12066974656d4964012700d20f13066974656d4964012700d20f14066974656d4964012700d20f15066974656d4964012700d20f16066974656d4964012700d20f17066974656d4964012700d20f18066974656d4964012700d20f19066974656d4964012700d20f1a066974656d4964012700d20f1b066974656d4964012700d20f1c066974656d4964012700d20f1d066974656d4964012700d20f1e066974656d4964012700d20f1f066974656d4964012700d20f20066974656d4964012700d20f21066974656d4964012700d20f22066974656d4964012700d20f23066974656d4964012700d20f24066974656d4964012700d20f25066974656d4964012700d20f26066974656d4964012700d20f27066974656d4964012700d20f28066974656d49640100" },
  { name: "a word between the halves of an emoji", on: "list", stock: "spoils an emoji", reason: "surrogate", hex: "0101d20f01c4e9070de9070e017800" },
  { name: "half of an emoji taken out", on: "list", stock: "spoils an emoji", reason: "surrogate", hex: "0001e907010d01" },
  { name: "a cut inside an emoji beside something deleted for good: found by the fuzz", on: "list", stock: "spoils an emoji", reason: "origin", hex: "0101d20f01c4e9070de90728017800" },
  { name: "a cut inside an emoji in what is known already: found by the fuzz", on: "list", stock: "takes", reason: "surrogate", whole: true, hex: "0102d20f00c4e9070de9070e012184d20f00013f00" },
  { name: "other words under a clock that was used", on: "list", stock: "takes", reason: "clock", hex: "0101d20f0084e90724013f00" },
  { name: "a change that waits for one that never comes", on: "list", stock: "waits", reason: "clock", hex: "0101d20fe80784d20fe707017800" },
  { name: "words under somebody else's name", on: "list", stock: "takes", reason: "owner", hex: "0101e9072d84e90704074920616772656500" },
  { name: "a root called __proto__", on: "list", stock: "takes", reason: "root", hex: "0101d20f012701095f5f70726f746f5f5f046d696e650100" },
  { name: "a record called __proto__", on: "list", stock: "takes", reason: "key", hex: "0101d20f012701056c696e6b73095f5f70726f746f5f5f0100" },
  { name: "a value with power over what it is copied into", on: "list", stock: "takes", reason: "syntax", hex: "0102d20f012701056c696e6b730170012800d20f01066974656d4964017601095f5f70726f746f5f5f7800" },
  { name: "a BigInt, which no JSON can say", on: "list", stock: "cannot be told", reason: "syntax", hex: "0102d20f012701056c696e6b7303626967012800d20f01066974656d4964017a000000000000000100" },
  { name: "bytes for a value", on: "list", stock: "takes", reason: "syntax", hex: "0102d20f012701056c696e6b730362696e012800d20f01066974656d49640174010100" },
  { name: "a document within a document", on: "list", stock: "takes", reason: "kind", hex: "0101d20f012901056974656d73037375620467756964760000" },
  { name: "an element of XML called script", on: "list", stock: "takes", reason: "kind", hex: "0101d20f012701056974656d7303786d6c030673637269707400" },
  { name: "a format for a letter", on: "list", stock: "takes", reason: "kind", hex: "0101d20f0186e9070404626f6c64047472756500" },
  { name: "bytes behind the end", on: "list", stock: "takes", reason: "syntax", hex: "0101d20f0184e9070401780000" },
  { name: "other words in somebody's note", on: "notes", stock: "takes", reason: "record", hex: "0101d20f0088e907030177074920616772656500" },
  { name: "a further field in somebody's note", on: "notes", stock: "takes", reason: "record", hex: "0101d20f002800e90700046c616e67017702637900" },
  { name: "another note in the place of somebody's", on: "notes", stock: "takes", reason: "record", hex: "0101d20f002701056e6f74657304686572730100" },
  { name: "somebody's note taken away", on: "notes", stock: "takes", reason: "record", hex: "0001e907010001" },
  { name: "the words of somebody's note taken out", on: "notes", stock: "takes", reason: "record", hex: "0001e907010301" },
  { name: "between somebody's words and what is gone: nothing, until the log is read again; found by the fuzz", on: "notes", stock: "comes out when read again", reason: "origin", hex: "0101d20f00c8e90703e907080177074920616772656500" },
  { name: "something deleted in the place of somebody's note, which goes by it: found by the fuzz", on: "notes", stock: "takes", reason: "record", hex: "0101d20f0081e907000100" },
  { name: "something deleted in the place of an item of the list", on: "list", stock: "takes", reason: "record", hex: "0101d20f0181e907000100" },
  { name: "something deleted in the place of the words that all type in", on: "list", stock: "takes", reason: "record", hex: "0101d20f0181e907030100" },
  { name: "a note in somebody else's name", on: "notes", stock: "takes", reason: "author", hex: "0102d20f002701056e6f74657306666f72676564012800d20f00026279017705636172657200" },
];
