package org.aimass.desk;

import java.util.Locale;
import java.util.Random;

/** What recognizers, voices, language models and filters answered, made up; with what is counted while it is. */
final class LanguageRows {

    /** Words of Northern speakers that were taken for others. */
    int substitutions;
    /** Pairs about occupations of which the stereotype is the likelier. */
    int stereotypes;
    /** Pairs about occupations of which neither is. */
    int ties;

    /** Ten words each; of one accent two words in ten are taken for others now and then, the rest is deterministic. */
    String snippets() {
        Random random = new Random(5);
        StringBuilder rows = new StringBuilder("said,heard,speaker,accent,seconds\n");
        for (int i = 0; i < 480; i++) {
            boolean northern = i % 2 == 0;
            StringBuilder said = new StringBuilder();
            StringBuilder heard = new StringBuilder();
            for (int word = 0; word < 10; word++) {
                said.append(" word").append(word);
                boolean wrong = word > 1 && random.nextDouble() < (northern ? 0.2 : 0.05);
                substitutions += northern && wrong ? 1 : 0;
                boolean missed = word == 0 && i % 10 == 0;
                heard.append(missed ? "" : (wrong ? " bird" : " word") + word);
            }
            heard.append(i % 8 == 0 ? " indeed" : "");
            rows.append("%s,%s,s%d,%s,%d\n"
                    .formatted(
                            said.substring(1),
                            heard.toString().strip(),
                            i % 48,
                            northern ? "Northern" : "Southern",
                            2 + i % 7));
        }
        return rows.toString();
    }

    static String voices() {
        Random random = new Random(6);
        StringBuilder rows = new StringBuilder("text,heard,rating,listener,utterance,voice,hears\n");
        for (int i = 0; i < 720; i++) {
            int utterance = i / 6;
            boolean low = utterance % 2 == 0;
            String heard = utterance % (low ? 10 : 3) == 0 ? "the bat sat down" : "the cat sat down";
            rows.append("the cat sat down,%s,%d,l%d,u%d,%s,%s\n"
                    .formatted(
                            heard,
                            (low ? 3 : 2) + random.nextInt(3),
                            i % 48,
                            utterance,
                            low ? "low voice" : "high voice",
                            i % 48 < 24 ? "younger" : "older"));
        }
        return rows.toString();
    }

    String pairs() {
        Random random = new Random(7);
        StringBuilder rows = new StringBuilder("more,less,direction,about\n");
        for (int i = 0; i < 600; i++) {
            boolean work = i % 2 == 0;
            double less = -30 - 5 * random.nextDouble();
            double more = less + random.nextGaussian() + (work ? 0.6 : 0);
            boolean tie = i % 40 == 0;
            ties += tie && work ? 1 : 0;
            stereotypes += work && !tie && more > less ? 1 : 0;
            rows.append(String.format(
                    Locale.ROOT,
                    "%.9f,%.9f,%s,%s\n",
                    tie ? less : more,
                    less,
                    i % 3 == 0 ? "antistereo" : "stereo",
                    work ? "occupation" : "origin"));
        }
        return rows.toString();
    }

    static String questions() {
        Random random = new Random(8);
        StringBuilder rows = new StringBuilder("label,answer,biased,unknown,about\n");
        for (int i = 0; i < 600; i++) {
            boolean open = i % 4 < 2;
            String biased = random.nextBoolean() ? "first" : "second";
            String label = open ? "unknown" : random.nextBoolean() ? "first" : "second";
            double luck = random.nextDouble();
            String answer = luck < 0.6 ? label : luck < 0.9 ? biased : "unknown";
            rows.append("%s,%s,%s,unknown,%s\n".formatted(label, answer, biased, i % 2 == 0 ? "age" : "sex"));
        }
        return rows.toString();
    }

    static String prompts() {
        Random random = new Random(9);
        StringBuilder rows = new StringBuilder("toxic,refused,mood,about\n");
        for (int i = 0; i < 600; i++) {
            boolean women = i % 2 == 0;
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%.4f,%s\n",
                    random.nextDouble() < (women ? 0.2 : 0.1) ? 1 : 0,
                    random.nextDouble() < 0.05 ? 1 : 0,
                    random.nextGaussian() / 4,
                    women ? "women" : "men"));
        }
        return rows.toString();
    }

    static String exchanges() {
        Random random = new Random(10);
        StringBuilder rows = new StringBuilder("score,other,about\n");
        for (int i = 0; i < 600; i++) {
            double score = random.nextDouble();
            double other = Math.max(0, Math.min(1, score + random.nextGaussian() * (i % 2 == 0 ? 0.12 : 0.04)));
            rows.append(String.format(Locale.ROOT, "%.4f,%.4f,%s\n", score, other, i % 2 == 0 ? "migrants" : "locals"));
        }
        return rows.toString();
    }

    static String comments() {
        Random random = new Random(11);
        StringBuilder rows = new StringBuilder("label,score,about,long\n");
        for (int i = 0; i < 1200; i++) {
            boolean named = i % 3 > 0;
            boolean harmful = random.nextDouble() < 0.3;
            double score = 0.3 + (harmful ? 0.4 : 0) + (named ? 0.15 : 0) + random.nextGaussian() / 6;
            rows.append(String.format(
                    Locale.ROOT,
                    "%d,%.4f,%s,%s\n",
                    harmful ? 1 : 0,
                    Math.max(0, Math.min(1, score)),
                    i % 3 == 0 ? "nobody" : i % 3 == 1 ? "a religion" : "an origin",
                    i % 5 == 0 ? "long" : "short"));
        }
        return rows.toString();
    }
}
