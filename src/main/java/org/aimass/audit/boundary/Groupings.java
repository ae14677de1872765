package org.aimass.audit.boundary;

import jakarta.faces.model.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.aimass.audit.control.AuditFit;
import org.aimass.audit.entity.CountedUnit;

/**
 * The groups that a form offers to compare: each sensitive feature, and each two of them together. A form writes a grouping as its
 * features' names, each with its length, so that no name can be mistaken for two.
 */
final class Groupings {

    /** With more features than this, pairs would be too many to choose from. */
    private static final int MOST_FOR_PAIRS = 5;

    private Groupings() {}

    static List<String> single(AuditFit fit) {
        return fit.features().stream()
                .map(feature -> write(List.of(feature.name())))
                .toList();
    }

    static List<SelectItem> of(AuditFit fit, int minimum, CountedUnit unit, AuditText text) {
        List<SelectItem> items = new ArrayList<>();
        List<AuditFit.Feature> features = fit.features();
        for (AuditFit.Feature feature : features) {
            int small = feature.smallerThan(minimum);
            String groups = small == 0
                    ? text.say("start.groups.count", feature.groups().size())
                    : text.say("start.groups.small", feature.groups().size(), small, text.count(minimum, unit));
            items.add(new SelectItem(write(List.of(feature.name())), feature.name(), groups));
        }
        for (int i = 0; features.size() <= MOST_FOR_PAIRS && i < features.size(); i++) {
            for (int j = i + 1; j < features.size(); j++) {
                List<String> pair =
                        List.of(features.get(i).name(), features.get(j).name());
                int groups = features.get(i).groups().size()
                        * features.get(j).groups().size();
                items.add(new SelectItem(write(pair), text.features(pair), text.say("start.groups.upTo", groups)));
            }
        }
        return items;
    }

    /** The features that are compared alone. */
    static List<String> features(List<String> chosen) {
        return chosen.stream()
                .map(Groupings::read)
                .filter(names -> names.size() == 1)
                .map(names -> names.get(0))
                .toList();
    }

    /** The features that are compared together. */
    static List<List<String>> intersections(List<String> chosen) {
        return chosen.stream()
                .map(Groupings::read)
                .filter(names -> names.size() > 1)
                .toList();
    }

    static String write(List<String> names) {
        return names.stream().map(name -> name.length() + ":" + name).collect(Collectors.joining());
    }

    static List<String> read(String grouping) {
        List<String> names = new ArrayList<>();
        String rest = grouping;
        while (rest.matches("[0-9]{1,4}:(?s).*")) {
            String[] parts = rest.split(":", 2);
            int length = Math.min(Integer.parseInt(parts[0]), parts[1].length());
            names.add(parts[1].substring(0, length));
            rest = parts[1].substring(length);
        }
        return names;
    }
}
