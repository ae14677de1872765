package org.aimass.audit.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.aimass.audit.entity.AuditOutcome;

/** An outcome's head as it is stored beside the run: in the outcome file's own keys. */
final class HeadJson {

    private HeadJson() {}

    static String write(AuditOutcome.Head head) {
        ObjectNode json = StrictJson.MAPPER.createObjectNode();
        ObjectNode engine = json.putObject("engine");
        engine.put("version", head.engine().version());
        head.engine().onnxruntime().ifPresent(version -> engine.put("onnxruntime", version));
        head.engine().provider().ifPresent(provider -> engine.put("provider", provider));
        engine.put("device", head.engine().device())
                .put("threads", head.engine().threads())
                .put("seed", head.engine().seed());
        ObjectNode inputs = json.putObject("inputs");
        inputs.put("dataset_sha256", head.inputs().dataset().hex());
        head.inputs().model().ifPresent(model -> inputs.put("model_sha256", model.hex()));
        head.inputs().evaluator().ifPresent(evaluator -> inputs.put("evaluator_sha256", evaluator.hex()));
        inputs.put("plan_sha256", head.inputs().plan().hex());
        ObjectNode rows = json.putObject("rows");
        rows.put("read", head.rows().read())
                .put("used", head.rows().used())
                .put("left_out", head.rows().leftOut());
        ArrayNode reasons = rows.putArray("reasons");
        head.rows().reasons().forEach(reason -> reasons.addObject()
                .put("reason", reason.reason())
                .put("rows", reason.rows()));
        json.putObject("timing")
                .put("read_s", head.timing().read())
                .put("score_s", head.timing().score())
                .put("measure_s", head.timing().measure())
                .put("total_s", head.timing().total());
        return StrictJson.write(json);
    }
}
