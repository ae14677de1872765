package org.aimass.engine.demo;

import ai.onnx.proto.OnnxMl;
import java.util.List;
import java.util.Map;
import org.aimass.engine.demo.RentSupportTrainer.Line;
import org.tribuo.util.onnx.ONNXContext;
import org.tribuo.util.onnx.ONNXInitializer;
import org.tribuo.util.onnx.ONNXOperators;
import org.tribuo.util.onnx.ONNXPlaceholder;

/** Writes the logistic regression as an ONNX model: columns in, probabilities of refused and entitled out. */
final class RentSupportModel {

    static final String INPUT = "application";
    static final String OUTPUT = "probabilities";

    private static final long IR_VERSION = 6;

    private RentSupportModel() {}

    static byte[] onnx(Line line) {
        int columns = line.weights().size();
        ONNXContext context = new ONNXContext();
        context.setName("rent_support_pre_check");
        ONNXPlaceholder input = context.floatInput(INPUT, columns);
        ONNXPlaceholder output = context.floatOutput(OUTPUT, 2);
        ONNXInitializer weights = context.floatTensor("weights", List.of(columns, 2), values -> {
            for (double weight : line.weights()) {
                values.put((float) (-weight / 2)).put((float) (weight / 2));
            }
        });
        ONNXInitializer bias =
                context.array("bias", new float[] {(float) (-line.intercept() / 2), (float) (line.intercept() / 2)});
        input.apply(ONNXOperators.GEMM, List.of(weights, bias))
                .apply(ONNXOperators.SOFTMAX, Map.of("axis", 1))
                .assignTo(output);
        return OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("AI Mass demonstration")
                .setDomain("org.aimass.demo")
                .setModelVersion(3)
                .setDocString("Estimates whether an applicant is entitled to rent support. Synthetic data; known bias.")
                .addOpsetImport(ONNXOperators.getOpsetProto())
                .setGraph(context.buildGraph())
                .build()
                .toByteArray();
    }
}
