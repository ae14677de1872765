package org.aimass.dataset.entity;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What columns are probably for, by their names and contents; somebody looks over it before it counts. */
final class RoleGuesses {

    private static final Set<String> LABEL_NAMES = Set.of(
            "label", "target", "y", "y_true", "outcome", "truth", "ground_truth", "actual", "标签", "真实结果", "实际结果");
    private static final Set<String> SCORE_NAMES =
            Set.of("score", "probability", "proba", "prob", "y_score", "y_proba", "y_prob", "p", "得分", "分数", "概率");
    private static final Set<String> PREDICTION_NAMES =
            Set.of("prediction", "predicted", "pred", "y_pred", "y_hat", "yhat", "预测", "预测结果");
    private static final Set<String> QUERY_NAMES = Set.of("query", "query_id", "qid", "查询", "查询编号");
    private static final Set<String> WEIGHT_NAMES = Set.of("weight", "weights", "sample_weight", "权重");
    private static final Set<String> SENSITIVE_WORDS = Set.of(
            "sex",
            "gender",
            "race",
            "ethnicity",
            "ethnic",
            "language",
            "religion",
            "disability",
            "disabled",
            "nationality",
            "citizenship",
            "caste",
            "orientation",
            "accent",
            "dialect",
            "age");
    private static final List<String> SENSITIVE_HAN =
            List.of("性别", "民族", "种族", "语言", "宗教", "残疾", "国籍", "年龄", "口音", "方言");
    private static final int MOST_GROUPS = 20;

    private RoleGuesses() {}

    static DatasetSchema of(Profile profile) {
        if (profile.annotations().isPresent()) {
            return AnnotatedRoles.guesses(profile, column -> isSensitiveName(name(column)));
        }
        Map<String, ColumnRole> roles = new LinkedHashMap<>();
        Set<String> names = profile.columns().stream().map(RoleGuesses::name).collect(Collectors.toSet());
        for (ColumnProfile column : profile.columns()) {
            ColumnRole guess = guess(column, profile.rows(), names);
            boolean taken = guess.isOnce() && roles.containsValue(guess);
            roles.put(column.name(), taken ? ColumnRole.IGNORED : guess);
        }
        labelAtTheEnd(profile, roles);
        return new DatasetSchema(roles);
    }

    private static String name(ColumnProfile column) {
        return column.name().strip().toLowerCase(Locale.ROOT).replaceAll("[\\s.-]+", "_");
    }

    private static ColumnRole guess(ColumnProfile column, long rows, Set<String> names) {
        String name = name(column);
        return RoleNames.ALL.stream()
                .filter(usual -> usual.fits(name, column, names))
                .map(RoleNames::role)
                .findFirst()
                .orElseGet(() -> ofAnyTask(name, column, rows));
    }

    private static ColumnRole ofAnyTask(String name, ColumnProfile column, long rows) {
        if (LABEL_NAMES.contains(name) && (column.hasExactly(2) || isAnyTruth(name, column))) {
            return ColumnRole.LABEL;
        }
        if (SCORE_NAMES.contains(name) && column.liesWithin(0, 1)) {
            return ColumnRole.SCORE;
        }
        if (PREDICTION_NAMES.contains(name) && (column.hasExactly(2) || isAnyTruth(name, column))) {
            return ColumnRole.PREDICTION;
        }
        if (WEIGHT_NAMES.contains(name) && column.liesWithin(0, Double.MAX_VALUE)) {
            return ColumnRole.WEIGHT;
        }
        if (QUERY_NAMES.contains(name) && column.missing() == 0) {
            return ColumnRole.QUERY;
        }
        if (isIdName(name) && isUnique(column, rows)) {
            return ColumnRole.ID;
        }
        if (isSensitiveName(name) && column.valuesComplete() && column.values().size() <= MOST_GROUPS) {
            return ColumnRole.SENSITIVE;
        }
        return ColumnRole.FEATURE;
    }

    /** One of several classes, or a number: then a name of one letter says too little. */
    private static boolean isAnyTruth(String name, ColumnProfile column) {
        return name.length() > 1
                && column.missing() == 0
                && column.distinct() > 1
                && (column.valuesComplete() || column.type().isNumeric());
    }

    private static boolean isIdName(String name) {
        return name.equals("id") || name.equals("uuid") || name.endsWith("_id") || name.endsWith("编号");
    }

    private static boolean isUnique(ColumnProfile column, long rows) {
        return column.missing() == 0 && (!column.distinctIsExact() || column.distinct() == rows);
    }

    private static boolean isSensitiveName(String name) {
        return Arrays.stream(name.split("_", -1)).anyMatch(SENSITIVE_WORDS::contains)
                || SENSITIVE_HAN.stream().anyMatch(name::contains);
    }

    /** Many tables name the outcome by what it is, and put it last: then it is 0 or 1. */
    private static void labelAtTheEnd(Profile profile, Map<String, ColumnRole> roles) {
        ColumnProfile last = profile.columns().get(profile.columns().size() - 1);
        if (!roles.containsValue(ColumnRole.LABEL)
                && roles.get(last.name()) == ColumnRole.FEATURE
                && roles.values().stream().allMatch(role -> role.family() == ColumnRole.Family.EVERY_TASK)
                && last.hasExactly(2)
                && last.liesWithin(0, 1)) {
            roles.put(last.name(), ColumnRole.LABEL);
        }
    }
}
