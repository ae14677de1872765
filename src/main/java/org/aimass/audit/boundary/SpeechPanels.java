package org.aimass.audit.boundary;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.aimass.audit.entity.CompletedAudit;
import org.aimass.audit.entity.Measure;
import org.aimass.web.Format;

/**
 * Speech that is understood and speech that is made: what is wrong of whose words, or with whose voice.
 *
 * @param maker of panels about the features shown
 */
record SpeechPanels(CompletedAudit audit, List<String> features, PanelMaker maker, AuditText text, Format format) {

    SpeechPanels(CompletedAudit audit, List<String> features, AuditText text, Format format) {
        this(audit, features, new PanelMaker(audit, features, text, format), text, format);
    }

    /** Of speech recognition. */
    List<MeasurePanel> words() {
        String rate = maker.has(Measure.of("word_error_rate")) ? "word_error_rate" : "character_error_rate";
        return Stream.of(
                        panel("words.pooled", rate, "character_error_rate", "speakers"),
                        panel("words.typical", "mean_" + rate, "median_" + rate, "mean_speaker_" + rate),
                        panel("words.unusable", "unusable_share", "sentence_error_rate"),
                        new ErrorBars(audit, features, text, format)
                                .panel(panel("words.kinds", ErrorBars.RATES.toArray(String[]::new))),
                        new MatchedPanel(audit, features, text, format).panel("mean_" + rate + "_difference"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Of speech synthesis. */
    List<MeasurePanel> voices() {
        return Stream.of(
                        panel("voices.opinion", "mean_opinion_score", "listeners"),
                        panel(
                                "voices.understood",
                                "intelligibility_word_error_rate",
                                "intelligibility_character_error_rate"),
                        panel("voices.sound", "mel_cepstral_distortion", "f0_rmse", "voicing_error_rate"),
                        panel("voices.similar", "speaker_similarity"))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where none of these was measured. */
    private Optional<MeasurePanel> panel(String key, String... metrics) {
        List<PanelMaker.Column> columns = Stream.of(metrics)
                .distinct()
                .map(Measure::of)
                .filter(maker::has)
                .map(measure -> PanelMaker.Column.of(text.metric(measure.metric()), measure))
                .toList();
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(maker.panel(
                        new PanelMaker.Words(text.say(key), text.say(key + ".lead"), ""), columns, List.of()));
    }
}
