/** ONNX models: the check before native code sees a file, and the scorer, the only importer of {@code ai.onnxruntime}. */
@NullMarked
package org.aimass.engine.inference;

import org.jspecify.annotations.NullMarked;
