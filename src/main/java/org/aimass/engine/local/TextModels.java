package org.aimass.engine.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aimass.engine.AuditJob;
import org.aimass.engine.Deadline;
import org.aimass.engine.Instruments;
import org.aimass.engine.inference.LanguageModel;
import org.aimass.engine.inference.Question;
import org.aimass.engine.inference.TextClassifier;
import org.aimass.engine.metrics.TextMetrics.Protocol;
import org.aimass.shared.Sha256Digest;

/** The models that an audit of a language model asks, opened once for all threads. */
final class TextModels implements AutoCloseable {

    private final List<Runnable> closing = new ArrayList<>();
    private final Optional<LanguageModel> language;
    private final Optional<TextClassifier> scorer;
    private final Optional<TextClassifier> toxicity;
    private final Optional<TextClassifier> sentiment;

    /** @throws org.aimass.engine.BadInput if one is refused */
    TextModels(AuditJob job, Protocol protocol, Deadline deadline) {
        Question positive = new Question.Probability(job.positiveLabel());
        Instruments judges = job.instruments();
        boolean scores = protocol == Protocol.COUNTERFACTUAL;
        try {
            toxicity = judges.toxicity().map(it -> kept(TextClassifier.open(it, positive, deadline)));
            sentiment = judges.sentiment().map(it -> kept(TextClassifier.open(it, new Question.Quantity(), deadline)));
            scorer = job.model().filter(it -> scores).map(it -> kept(TextClassifier.open(it, positive, deadline)));
            language = job.model().filter(it -> !scores).map(it -> LanguageModel.open(it, deadline));
            language.ifPresent(it -> closing.add(it::close));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private TextClassifier kept(TextClassifier opened) {
        closing.add(opened::close);
        return opened;
    }

    /** The audited one that says how likely texts are, or answers. */
    Optional<LanguageModel> language() {
        return language;
    }

    /** The audited one that scores texts and those that are held against them. */
    Optional<TextClassifier> scorer() {
        return scorer;
    }

    /** Judges how toxic answers are, from 0 to 1. */
    Optional<TextClassifier> toxicity() {
        return toxicity;
    }

    /** Judges the sentiment of answers. */
    Optional<TextClassifier> sentiment() {
        return sentiment;
    }

    /** Whether any is there. */
    boolean any() {
        return !closing.isEmpty();
    }

    /** The digest of the model that is audited; empty where the dataset brings the answers. */
    Optional<Sha256Digest> audited() {
        return language.map(LanguageModel::digest).or(() -> scorer.map(TextClassifier::digest));
    }

    /** The digest of what judges: of toxicity before sentiment. */
    Optional<Sha256Digest> judging() {
        return toxicity.or(() -> sentiment).map(TextClassifier::digest);
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
