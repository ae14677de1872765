package org.aimass.registry.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The engine's answer is a stranger's: whatever is not a signature is refused. */
class ModelSignatureTest {

    private static final String GOOD =
            "{\"inputs\":[{\"name\":\"X\",\"type\":\"float\",\"shape\":[-1,9,\"channels\"]}],"
                    + "\"outputs\":[],\"opset\":{\"\":13,\"ai.onnx.ml\":3},\"operators\":[\"Scaler\"],\"sha256\":\""
                    + "cd".repeat(32) + "\",\"bytes\":1234}";

    @Test
    void readsWhatTheEngineWrites() {
        ModelSignature signature = ModelSignature.parse(GOOD);
        assertEquals("[N, 9, channels]", signature.inputs().get(0).shapeText());
        assertEquals(List.of("ai.onnx 13", "ai.onnx.ml 3"), signature.opsets());
        assertEquals(
                List.of("ai.onnx 15"),
                ModelSignature.parse(GOOD.replaceAll("\\{\"\":.*?}", "15")).opsets());
    }

    @Test
    void labelsAreThoseThatTheFileLists() {
        assertEquals(List.of(), ModelSignature.parse(GOOD).labels());
        String listing = GOOD.replace("\"sha256\"", "\"labels\":[\"ok\",\"toxic\"],\"sha256\"");
        assertEquals(List.of("ok", "toxic"), ModelSignature.parse(listing).labels());
        for (String wrong : new String[] {"17", "\"" + "x".repeat(301) + "\""}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> ModelSignature.parse(listing.replace("\"toxic\"", wrong)),
                    wrong);
        }
    }

    @Test
    void refusesWhatIsNoSignature() {
        for (String json : new String[] {
            "",
            "[]",
            GOOD.replace("\"bytes\":1234", "\"bytes\":-1"),
            GOOD.replace("\"X\"", "17"),
            GOOD.replace("[\"Scaler\"]", "{}"),
            GOOD.replace("\"X\"", "\"" + "x".repeat(301) + "\""),
            GOOD.replace("cdcd", "zzzz"),
            GOOD.replace("13", "\"13\""),
        }) {
            assertThrows(IllegalArgumentException.class, () -> ModelSignature.parse(json), json);
        }
    }
}
