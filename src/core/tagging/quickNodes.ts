/** By this the YAML library tells its nodes (`isScalar`, `isMap` …), and takes these for its own. */
const TYPE = Symbol.for('yaml.node.type');

/*
 * The library's nodes, as far as sidecars are read and edited by them. Its own define properties one by one as they are
 * made, which with the hundred thousand nodes of a long sidecar costs more than all of the reading. Positions are
 * UTF-16 code units of the file: `[start, end)`, and where the next line begins.
 */

abstract class QuickNode {
  constructor(
    readonly start: number,
    public end: number,
    public next: number,
  ) {}

  get range(): [number, number, number] {
    return [this.start, this.end, this.next];
  }
}

export class QuickScalar extends QuickNode {
  /** `source`: as it is written, of a number. */
  constructor(
    readonly value: string | number,
    start: number,
    end: number,
    next: number,
    readonly source?: string,
  ) {
    super(start, end, next);
  }

  override toString(): string {
    return this.source ?? String(this.value);
  }
}

export class QuickPair {
  constructor(
    readonly key: QuickScalar,
    public value: QuickScalar | QuickSeq | null,
  ) {}
}

export class QuickMap extends QuickNode {
  readonly items: QuickPair[] = [];
}

export class QuickSeq extends QuickNode {
  readonly items: (QuickMap | QuickScalar)[] = [];

  /** `dashes`: where those of the entries stand; `undefined`: it is in brackets. */
  constructor(
    start: number,
    end: number,
    next: number,
    readonly dashes?: number[],
  ) {
    super(start, end, next);
  }

  get flow(): boolean {
    return this.dashes === undefined;
  }

  get srcToken(): unknown {
    const items = this.dashes?.map(offset => ({ start: [{ type: 'seq-item-ind', offset }] }));
    return items && { type: 'block-seq', offset: this.start, items };
  }
}

for (const [nodes, type] of [
  [QuickScalar, 'scalar'],
  [QuickPair, 'pair'],
  [QuickMap, 'map'],
  [QuickSeq, 'seq'],
] as const)
  Object.defineProperty(nodes.prototype, TYPE, { value: Symbol.for(`yaml.${type}`) });
