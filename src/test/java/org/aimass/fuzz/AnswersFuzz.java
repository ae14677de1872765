package org.aimass.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.aimass.dataset.entity.Profile;
import org.aimass.dataset.entity.Survey;
import org.aimass.dataset.entity.TableFaults;
import org.aimass.registry.entity.ModelSignature;

/** T2: what the child answers when it looks into a file. It is read, or it is no such answer; nothing else comes of it. */
public final class AnswersFuzz {

    private static final List<Consumer<String>> READERS =
            List.of(ModelSignature::parse, Profile::parse, Survey::parse, TableFaults::parse);

    private AnswersFuzz() {}

    public static List<byte[]> seeds() {
        String digest = "0".repeat(64);
        return List.of(
                ("{\"inputs\":[{\"name\":\"x\",\"type\":\"float\",\"shape\":[-1,2]}],\"outputs\":[],\"opset\":15,"
                                + "\"operators\":[\"Gemm\"],\"sha256\":\"" + digest + "\",\"bytes\":7}")
                        .getBytes(StandardCharsets.UTF_8),
                ("{\"format\":\"csv\",\"bytes\":9,\"sha256\":\"" + digest
                                + "\",\"rows\":2,\"columns\":[{\"name\":\"a\","
                                + "\"type\":\"integer\",\"missing\":0,\"distinct\":2,\"distinct_is_exact\":true,"
                                + "\"minimum\":1,\"maximum\":2,\"mean\":1.5,\"values\":[{\"value\":\"1\",\"rows\":1}],"
                                + "\"values_complete\":false}]}")
                        .getBytes(StandardCharsets.UTF_8),
                ("{\"labels\":[\"0\",\"1\"],\"columns\":[{\"name\":\"g\",\"groups\":[{\"value\":\"a\",\"rows\":3,"
                                + "\"labels\":[1,2,0,0],\"incomplete\":0}],\"rest_groups\":0,\"rest\":{\"value\":\"\","
                                + "\"rows\":0,\"labels\":[0,0,0,0],\"incomplete\":0},\"missing\":{\"value\":\"\","
                                + "\"rows\":0,\"labels\":[0,0,0,0],\"incomplete\":0}}],\"numbers\":[{\"name\":\"n\","
                                + "\"low\":0,\"high\":1,\"bins\":[1,2]}],\"faults\":[],\"faults_total\":0}")
                        .getBytes(StandardCharsets.UTF_8));
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        String answer = new String(bytes, StandardCharsets.UTF_8);
        for (Consumer<String> reader : READERS) {
            try {
                reader.accept(answer);
            } catch (IllegalArgumentException e) {
                // it is no such answer
            }
        }
    }
}
