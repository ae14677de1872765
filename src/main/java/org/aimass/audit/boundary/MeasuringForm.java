package org.aimass.audit.boundary;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.aimass.audit.control.MeasuringChoice;
import org.aimass.audit.control.SoughtAnswer;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.registry.entity.ModelTask;
import org.jspecify.annotations.Nullable;

/** The part of a plan's form that says what measures beside the engine, as it was typed. */
public class MeasuringForm {

    private String evaluator = "";
    private String speaker = "";
    private String sentiment = "";
    private String toxicLabel = "";
    private String toxicPlace = "";

    /** As an earlier plan has it. */
    void take(AuditPlan plan) {
        evaluator = id(plan.model().evaluator());
        speaker = id(plan.model().speaker());
        sentiment = id(plan.model().sentiment());
        toxicLabel = plan.model().sought().orElse("");
        if (plan.task() == ModelTask.TEXT_GENERATION) {
            plan.model().soughtPlace().ifPresent(place -> toxicPlace = String.valueOf(place));
        }
    }

    private static String id(Optional<AuditPlan.Evaluator> used) {
        return used.map(AuditPlan.Evaluator::versionId).map(UUID::toString).orElse("");
    }

    MeasuringChoice choice() {
        return new MeasuringChoice(
                chosen(evaluator),
                chosen(speaker),
                chosen(sentiment),
                new SoughtAnswer(Optional.of(toxicLabel.strip()).filter(label -> !label.isEmpty()), place()));
    }

    private static Optional<UUID> chosen(String id) {
        return Optional.of(id).filter(PlanForm::isId).map(UUID::fromString);
    }

    /** What is no number becomes a place that there is none of, so that the answer stands beside the field. */
    private OptionalInt place() {
        String typed = toxicPlace.strip();
        return typed.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1);
    }

    /** The id of the model version that measures; empty where nobody chose one. */
    public String getEvaluator() {
        return evaluator;
    }

    /** A list left at its first, empty choice comes as null. */
    public void setEvaluator(@Nullable String evaluator) {
        this.evaluator = evaluator == null ? "" : evaluator;
    }

    /** The id of the model version that compares voices; empty where nobody chose one. */
    public String getSpeaker() {
        return speaker;
    }

    public void setSpeaker(@Nullable String speaker) {
        this.speaker = speaker == null ? "" : speaker;
    }

    /** The id of the model version that tells the sentiment of answers; empty where nobody chose one. */
    public String getSentiment() {
        return sentiment;
    }

    public void setSentiment(@Nullable String sentiment) {
        this.sentiment = sentiment == null ? "" : sentiment;
    }

    /** The label that means toxic; empty where that is clear. */
    public String getToxicLabel() {
        return toxicLabel;
    }

    public void setToxicLabel(@Nullable String toxicLabel) {
        this.toxicLabel = toxicLabel == null ? "" : toxicLabel;
    }

    /** The place of what means toxic, from 0; empty where that is clear. */
    public String getToxicPlace() {
        return toxicPlace;
    }

    public void setToxicPlace(@Nullable String toxicPlace) {
        this.toxicPlace = toxicPlace == null ? "" : toxicPlace;
    }
}
