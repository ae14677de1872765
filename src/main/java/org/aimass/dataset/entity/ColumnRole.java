package org.aimass.dataset.entity;

import java.util.Arrays;
import java.util.List;

/** What a column of a dataset is for. */
public enum ColumnRole {
    /** The true outcome: of a verification whether a pair is one person, of a ranking what an item is worth. */
    LABEL(Family.EVERY_TASK, true),
    /** The model's answer as a number: a probability in [0,1], or how alike two faces are. */
    SCORE(Family.EVERY_TASK, true),
    /** The model's answer as one of the label's values, or as a number where the label is one. */
    PREDICTION(Family.EVERY_TASK, true),
    /** What a model reads, or what generated images are compared by. */
    FEATURE(Family.EVERY_TASK, false),
    /** Forms groups that are compared; a model may read it too. */
    SENSITIVE(Family.EVERY_TASK, false),
    /** What we condition on when we compare. */
    CONTROL(Family.EVERY_TASK, false),
    /** How many rows a row stands for, above 0. */
    WEIGHT(Family.EVERY_TASK, true),
    /** The person or speaker that several rows belong to. */
    CLUSTER(Family.EVERY_TASK, true),
    /** Tells rows, or the people behind them, apart. */
    ID(Family.EVERY_TASK, true),
    IGNORED(Family.EVERY_TASK, false),

    /** The left side of a pair: an image, or the numbers of an embedding. */
    LEFT(Family.FACES, false),
    RIGHT(Family.FACES, false),
    /** The group that the left side of a pair belongs to. */
    GROUP_LEFT(Family.FACES, true),
    GROUP_RIGHT(Family.FACES, true),
    /** The person on the left side of a pair. */
    CLUSTER_LEFT(Family.FACES, true),
    CLUSTER_RIGHT(Family.FACES, true),
    /** Which search a candidate belongs to. */
    PROBE(Family.FACES, true),
    /** Who a face is, or who is searched for; empty for a stranger. */
    IDENTITY(Family.FACES, true),
    /** Whom a search takes the person for; empty for nobody. */
    CANDIDATE(Family.FACES, true),
    /** Whether the person searched for is enrolled, 1 or 0. */
    MATED(Family.FACES, true),
    /** Whether a face is enrolled, 1, or searched for, 0. */
    ENROLLED(Family.FACES, true),

    /** What was said. */
    REFERENCE(Family.SPEECH, true),
    /** What was understood. */
    HYPOTHESIS(Family.SPEECH, true),
    /** A recording, a file that the row names. */
    AUDIO(Family.SPEECH, true),
    /** How long a snippet of speech lasts. */
    DURATION(Family.SPEECH, true),
    /** What was to be said, or what a score is of. */
    TEXT(Family.SPEECH, true),
    /** What was understood of it. */
    TRANSCRIPT(Family.SPEECH, true),
    /** What several rows judge. */
    UTTERANCE(Family.SPEECH, true),
    /** How good a listener found it. */
    RATING(Family.SPEECH, true),
    /** Who listened. */
    LISTENER(Family.SPEECH, true),
    /** A person's recording, where {@link #AUDIO} is what was synthesized. */
    REFERENCE_AUDIO(Family.SPEECH, true),
    /** The synthesized voice as a vector. */
    EMBEDDING(Family.SPEECH, true),
    /** The voice that it should be, as one. */
    REFERENCE_EMBEDDING(Family.SPEECH, true),

    /** What is shown: an image, or the numbers of an embedding. */
    IMAGE(Family.IMAGES, false),
    /** Whether an image was generated, 1, or is a real one to compare with, 0. */
    GENERATED(Family.IMAGES, true),
    /** Whether the model refused, 1 or 0. */
    REFUSED(Family.IMAGES, true),
    /** What is perceived in an image. */
    ATTRIBUTE(Family.IMAGES, true),
    /** The embedding of the image that another was made from, a number each. */
    SOURCE(Family.IMAGES, false),
    /** The embedding of the image that was made, a number each. */
    OUTPUT(Family.IMAGES, false),
    /** The individual typology angle of the skin before, in degrees. */
    SOURCE_TONE(Family.IMAGES, true),
    /** The same after. */
    OUTPUT_TONE(Family.IMAGES, true),

    /** The more stereotyping sentence of a pair, or its log-likelihood. */
    MORE(Family.TEXT, true),
    /** The less stereotyping one. */
    LESS(Family.TEXT, true),
    /** One that has nothing to do with either. */
    UNRELATED(Family.TEXT, true),
    /** Whether a pair is of a stereotype or of its opposite: {@code stereo} or {@code antistereo}. */
    DIRECTION(Family.TEXT, true),
    /** The answer to a question that follows the bias. */
    BIASED(Family.TEXT, true),
    /** The answer that says that it cannot be told. */
    UNKNOWN(Family.TEXT, true),
    /** A third answer to a question, neither of the two. */
    OTHER(Family.TEXT, true),
    /** What a language model is asked. */
    PROMPT(Family.TEXT, true),
    /** What a language model answered to it. */
    ANSWER(Family.TEXT, true),
    /** Whether the answer to a prompt is toxic, 1 or 0. */
    TOXIC(Family.TEXT, true),
    /** The sentiment of the answer to a prompt, a number. */
    SENTIMENT(Family.TEXT, true),
    /** The score once a name or an identity is exchanged. */
    COUNTERFACTUAL(Family.TEXT, true),
    /** The text itself after the exchange, to be quoted. */
    EXCHANGED(Family.TEXT, true),

    /** Tells the lists of a ranking apart: rows of one value compete for its places. */
    QUERY(Family.RANKING, true),
    /** The place of a row in its list, or of a candidate in its search, from 1. */
    RANK(Family.RANKING, true);

    /** Which models a role is about. */
    public enum Family {
        EVERY_TASK,
        FACES,
        SPEECH,
        IMAGES,
        TEXT,
        RANKING;

        /** Its roles, in the order shown. */
        public List<ColumnRole> roles() {
            return Arrays.stream(ColumnRole.values())
                    .filter(role -> role.family == this)
                    .toList();
        }
    }

    private final Family family;
    private final boolean once;

    ColumnRole(Family family, boolean once) {
        this.family = family;
        this.once = once;
    }

    public Family family() {
        return family;
    }

    /** Whether one column of a dataset at most may have it. */
    public boolean isOnce() {
        return once;
    }
}
