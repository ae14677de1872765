package org.aimass.engine.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same job gives the same bytes in every process, for each task: Java orders its small sets and maps anew at each start, and
 * nothing of that may show.
 */
class SameBytesInEveryProcessTest {

    private static final int ROWS = 240;
    private static final int PROCESSES = 3;

    private static final Map<String, String> JOBS = jobs();

    @TempDir
    Path folder;

    private static Map<String, String> jobs() {
        Map<String, String> jobs = new LinkedHashMap<>();
        jobs.put("binary_classification", """
                "columns":{"label":"y","score":"s","prediction":"p","cluster":"who"},"control_features":["c"],
                "options":{"identity_features":["g"],"ll144_exclude_below":0.02,"consistency_features":["x","s"],
                "worst_slices":{"permutations":20}}""");
        jobs.put("multiclass_classification", """
                "columns":{"label":"kind","prediction":"taken"},"control_features":["c"],"options":{}""");
        jobs.put("regression", """
                "columns":{"label":"x","prediction":"f1"},"control_features":["c"],"options":{}""");
        jobs.put("ranking", """
                "columns":{"query":"list","relevance":"y","score":"s"},"options":{"k":[1,3]}""");
        jobs.put("face_verification", """
                "columns":{"genuine":"y","score":"s","group_left":"left","group_right":"right","cluster_left":"one",
                "cluster_right":"two"},"options":{"target_fmr":[0.1,0.05]}""");
        jobs.put("face_identification", """
                "columns":{"probe":"row","identity":"who","candidate":"other","score":"s","mated":"y"},
                "options":{"target_fpir":[0.1],"rank":[1]}""");
        jobs.put("image_generation", """
                "columns":{"generated":"y","refused":"p","attribute":"kind","features":["f1","f2"],
                "source":["a1","a2"],"output":["b1","b2"],"source_tone":"x","output_tone":"s"},
                "options":{"reference_distribution":{"red":0.5,"green":0.25,"blue":0.25}}""");
        jobs.put("speech_recognition", """
                "columns":{"reference":"said","hypothesis":"heard","duration":"x","cluster":"who"},
                "options":{"duration_bins":3,"examples":5}""");
        jobs.put("speech_synthesis", """
                "columns":{"text":"said","transcript":"heard","rating":"stars","listener":"who","utterance":"row"},
                "options":{}""");
        String text = "\"options\":{\"protocol\":\"%s\"},\"columns\":{%s}";
        jobs.put(
                "text_generation",
                text.formatted("pairs", "\"more\":\"f1\",\"less\":\"f2\",\"unrelated\":\"x\",\"cluster\":\"who\""));
        jobs.put(
                "text_generation ",
                text.formatted(
                        "question_answering",
                        "\"label\":\"kind\",\"prediction\":\"taken\",\"biased\":\"third\",\"unknown\":\"unknown\""));
        jobs.put(
                "text_generation  ",
                text.formatted("prompts", "\"toxic\":\"y\",\"refused\":\"p\",\"sentiment\":\"s\""));
        jobs.put("text_generation   ", text.formatted("counterfactual", "\"score\":\"s\",\"counterfactual\":\"x\""));
        return jobs;
    }

    private void write() throws IOException {
        Random random = new Random(29);
        List<String> kinds = List.of("red", "green", "blue");
        List<String> words = List.of("one two", "two", "", "three four five", "two one");
        StringBuilder data = new StringBuilder(
                "row,y,p,s,x,f1,f2,a1,a2,b1,b2,g,h,left,right,one,two,c,who,other,list,kind,taken,third,unknown,said,heard,stars\n");
        for (int row = 0; row < ROWS; row++) {
            int same = random.nextInt(2);
            int left = random.nextInt(30);
            int right = same == 1 ? left : (left + 1 + random.nextInt(29)) % 30;
            data.append(row).append(',').append(same).append(',').append(random.nextInt(2));
            data.append(',').append(random.nextInt(1, 100) / 100.0);
            data.append(',').append(random.nextInt(1, 90) / 90.0);
            data.append(',').append(random.nextInt(1, 80) / 80.0);
            data.append(',').append(random.nextInt(1, 70) / 70.0);
            for (int number = 0; number < 4; number++) {
                data.append(',').append(random.nextInt(1, 60) / 60.0);
            }
            data.append(",g").append(random.nextInt(3)).append(",h").append(random.nextInt(2));
            data.append(",l").append(left % 2).append(",l").append(right % 2);
            data.append(",v").append(left).append(",v").append(right);
            data.append(",c").append(random.nextInt(2));
            data.append(",w").append(random.nextInt(25)).append(",w").append(25 + random.nextInt(25));
            data.append(",q").append(row / 8);
            data.append(',').append(kinds.get(random.nextInt(3))).append(',').append(kinds.get(random.nextInt(3)));
            data.append(',').append(kinds.get(random.nextInt(2))).append(",blue");
            data.append(',').append(words.get(random.nextInt(5))).append(',').append(words.get(random.nextInt(5)));
            data.append(',').append(1 + random.nextInt(5)).append('\n');
        }
        Files.writeString(folder.resolve("data.csv"), data);
        int number = 0;
        for (Map.Entry<String, String> job : JOBS.entrySet()) {
            Files.writeString(folder.resolve("%02d.job.json".formatted(number++)), """
                    {"task":"%s","dataset":{"path":"data.csv"},"bootstrap":{"replicates":20},
                    "sensitive_features":["g","h"],"intersections":[["g","h"]],%s}
                    """.formatted(
                            job.getKey().strip(), job.getValue()));
        }
    }

    @Test
    void forEachTask() throws IOException {
        write();
        for (int i = 0; i < PROCESSES; i++) {
            try (EngineProcess process = EngineProcess.start(folder, JobsMain.class, 256, List.of(i + "."))) {
                assertEquals(0, process.await(), () -> "said " + process.said());
            }
        }
        for (int job = 0; job < JOBS.size(); job++) {
            String first = measured("0.%02d.outcome.json".formatted(job));
            for (int i = 1; i < PROCESSES; i++) {
                assertEquals(first, measured("%d.%02d.outcome.json".formatted(i, job)));
            }
        }
    }

    /** All of an outcome but how long it took. */
    private String measured(String file) throws IOException {
        ObjectNode outcome = (ObjectNode) Console.json(Files.readString(folder.resolve(file)));
        outcome.remove("timing");
        return outcome.toString();
    }
}
