package org.aimass.report.boundary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.aimass.audit.entity.AuditPlan;
import org.aimass.report.entity.Explanation;

/** What is typed on the publish page: the texts for everyone, in English and perhaps in Chinese, and names for the data's words. */
public final class ExplanationForm implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_NAMES = 60;

    private final TextInput title = TextInput.line("title", Explanation.LONGEST_TITLE);
    private final TextInput summary = TextInput.area("summary", Explanation.LONGEST_SUMMARY);
    private final TextInput purpose = TextInput.area("purpose", Explanation.LONGEST_TEXT);
    private final TextInput decision = TextInput.area("decision", Explanation.LONGEST_TEXT);
    private final TextInput data = TextInput.area("data", Explanation.LONGEST_TEXT);
    private final TextInput mistakes = TextInput.area("mistakes", Explanation.LONGEST_TEXT);
    private final ArrayList<NameInput> names = new ArrayList<>();
    private String judgementInChinese = "";

    /**
     * Begins with what the model was registered with, as a first draft of title and purpose. What of it is too long is
     * for a person to shorten.
     *
     * @param groups by sensitive feature, the groups that were counted
     */
    ExplanationForm(String modelName, String modelPurpose, AuditPlan plan, Map<String, List<String>> groups) {
        title.setEn(modelName);
        purpose.setEn(modelPurpose);
        plan.labels().ifPresent(labels -> names.add(new NameInput(plan.columns().label(), labels.positive(), true)));
        groups.forEach((feature, values) -> {
            names.add(new NameInput(feature, null, false));
            values.forEach(value -> names.add(new NameInput(feature, value, false)));
        });
        if (names.size() > MOST_NAMES) {
            names.subList(MOST_NAMES, names.size()).clear();
        }
    }

    /** Goes on from what was written before. */
    void fill(Explanation explanation, String judgement) {
        title.fill(explanation.title());
        summary.fill(explanation.summary());
        purpose.fill(explanation.purpose());
        decision.fill(explanation.decision());
        data.fill(explanation.data());
        mistakes.fill(explanation.mistakes());
        judgementInChinese = judgement;
        for (Explanation.Name name : explanation.names()) {
            NameInput input = names.stream()
                    .filter(each -> each.isFor(name))
                    .findFirst()
                    .orElseGet(() -> {
                        NameInput more = new NameInput(name.feature(), name.value(), false);
                        names.add(more);
                        return more;
                    });
            input.setEn(name.name().en());
            input.setZh(name.name().zh());
        }
    }

    /** Begins with what people were told before that the groups are called; for groups that are not here it has no use. */
    void offer(List<Explanation.Name> known) {
        known.forEach(name -> names.stream().filter(each -> each.isFor(name)).forEach(input -> {
            input.setEn(name.name().en());
            input.setZh(name.name().zh());
        }));
    }

    /** In the order of the page. */
    public List<TextInput> getTexts() {
        return List.of(title, summary, purpose, decision, data, mistakes);
    }

    public List<NameInput> getNames() {
        return names;
    }

    Explanation explanation() {
        return new Explanation(
                title.text(),
                summary.text(),
                purpose.text(),
                decision.text(),
                data.text(),
                mistakes.text(),
                names.stream().filter(NameInput::isNamed).map(NameInput::name).toList());
    }

    public String getJudgementInChinese() {
        return judgementInChinese;
    }

    public void setJudgementInChinese(String judgementInChinese) {
        this.judgementInChinese = TextInput.clean(judgementInChinese);
    }
}
