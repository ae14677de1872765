package org.aimass.engine.inference;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.aimass.engine.AuditJob;
import org.aimass.engine.BadInput;
import org.aimass.engine.Deadline;
import org.aimass.engine.OneLine;
import org.aimass.engine.TextModel;
import org.aimass.engine.data.Tokenizer;
import org.aimass.shared.Sha256Digest;

/**
 * A causal language model: tokens go in, and for each of them come out the logits of the next. Each thread asks in a lane of its
 * own.
 */
public final class LanguageModel implements AutoCloseable {

    private static final String TOKENS = "int64";
    private static final int LOGITS = 3;

    private final OnnxModel model;
    private final Tokenizer tokenizer;
    private final OptionalInt begin;
    private final OptionalInt end;
    private final List<String> inputs;
    private final String output;
    private final Deadline deadline;

    private LanguageModel(OnnxModel model, AuditJob.Model job, Deadline deadline) {
        this.model = model;
        this.deadline = deadline;
        TextModel text = job.text()
                .orElseThrow(() -> new BadInput("model.text is missing; expected the tokenizer of the language model"));
        tokenizer = Tokenizer.read(text.tokenizer());
        begin = token("begin", text.begin());
        end = token("end", text.end());
        inputs = model.inputs().stream().map(this::input).toList();
        output = output(job);
    }

    private OptionalInt token(String key, Optional<String> named) {
        if (named.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt token = tokenizer.token(named.get());
        if (token.isEmpty()) {
            throw new BadInput("model.text." + key + ": found " + OneLine.quoted(named.get())
                    + ", expected a token of the tokenizer");
        }
        return token;
    }

    private String input(ValueSpec input) {
        if (!input.isTensor() || !input.type().equals(TOKENS) || input.shape().size() != 2) {
            throw new BadInput("%s: input %s takes %s of shape %s; expected int64 of shape [texts, tokens]"
                    .formatted(model.file(), OneLine.quoted(input.name()), input.type(), input.shape()));
        }
        return input.name();
    }

    private String output(AuditJob.Model job) {
        List<ValueSpec> outputs = model.outputs();
        ValueSpec found = outputs.stream()
                .filter(it ->
                        job.output().isEmpty() || it.name().equals(job.output().get()))
                .findFirst()
                .orElseThrow(() -> new BadInput("%s: has no output %s, which model.output names"
                        .formatted(model.file(), OneLine.quoted(job.output().orElse("")))));
        if (!found.isTensor() || !found.type().equals("float") || found.shape().size() != LOGITS) {
            throw new BadInput("%s: output %s gives %s of shape %s; expected float of shape [texts, tokens, vocabulary]"
                    .formatted(model.file(), OneLine.quoted(found.name()), found.type(), found.shape()));
        }
        return found.name();
    }

    /** @throws BadInput if model or tokenizer are refused, or do not fit */
    public static LanguageModel open(AuditJob.Model job, Deadline deadline) {
        OnnxModel model = OnnxModel.toScore(job.path(), job.sha256());
        try {
            return new LanguageModel(model, job, deadline);
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    /** A place for one thread to ask in. */
    public LanguageLane newLane() {
        return new LanguageLane(this);
    }

    OnnxModel model() {
        return model;
    }

    Tokenizer tokenizer() {
        return tokenizer;
    }

    OptionalInt begin() {
        return begin;
    }

    OptionalInt end() {
        return end;
    }

    List<String> inputs() {
        return inputs;
    }

    String output() {
        return output;
    }

    Deadline deadline() {
        return deadline;
    }

    public Sha256Digest digest() {
        return model.facts().sha256();
    }

    @Override
    public void close() {
        model.close();
    }
}
