import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';

const nlp = winkNlp(model);

/** A general pipeline's sentences, tags, negation, sentiment and entities; the number of entities. */
export const winkPipeline = (text: string): number => nlp.readDoc(text).entities().length();
