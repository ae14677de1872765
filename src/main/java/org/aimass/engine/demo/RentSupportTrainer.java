package org.aimass.engine.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** Trains the demonstration model with Tribuo: a logistic regression on standardized columns. */
final class RentSupportTrainer {

    /** Tribuo tells of its progress; a command line that prints JSON does not. */
    private static final Logger TRIBUO = Logger.getLogger("org.tribuo");

    private static final int EPOCHS = 12;
    private static final int BATCH = 32;
    private static final long SEED = 20260311;
    /** Digits kept, so that another machine's last bits do not make another model. */
    private static final double DIGITS = 1e6;

    private RentSupportTrainer() {}

    /**
     * What was learned, for columns as they stand in the table.
     *
     * @param weights log odds for each column's unit, in the order of the columns
     */
    record Line(List<Double> weights, double intercept) {}

    /** @param recorded by applicant, the label as the authority had recorded it */
    static Line train(List<Applicant> applicants, List<Boolean> recorded) {
        TRIBUO.setLevel(Level.WARNING);
        List<String> columns = Applicant.MODEL_COLUMNS;
        double[] mean = new double[columns.size()];
        double[] deviation = new double[columns.size()];
        moments(applicants, mean, deviation);
        LabelFactory labels = new LabelFactory();
        MutableDataset<Label> dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("past applications", labels), labels);
        String[] names = columns.toArray(String[]::new);
        for (int i = 0; i < recorded.size(); i++) {
            double[] values = applicants.get(i).modelValues();
            for (int column = 0; column < values.length; column++) {
                values[column] = (values[column] - mean[column]) / deviation[column];
            }
            dataset.add(new ArrayExample<>(new Label(recorded.get(i) ? "1" : "0"), names, values));
        }
        LinearSGDTrainer trainer =
                new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.5), EPOCHS, recorded.size(), BATCH, SEED);
        return line(trainer.train(dataset), mean, deviation);
    }

    private static void moments(List<Applicant> applicants, double[] mean, double[] deviation) {
        for (int column = 0; column < mean.length; column++) {
            double sum = 0;
            double squares = 0;
            for (Applicant applicant : applicants) {
                double value = applicant.modelValues()[column];
                sum += value;
                squares += value * value;
            }
            mean[column] = sum / applicants.size();
            deviation[column] = Math.sqrt(squares / applicants.size() - mean[column] * mean[column]);
        }
    }

    /** The odds of entitled over refused, with the standardization worked into the weights. */
    private static Line line(LinearSGDModel model, double[] mean, double[] deviation) {
        DenseMatrix learned = model.getWeightsCopy();
        int yes = model.getOutputIDInfo().getID(new Label("1"));
        int no = model.getOutputIDInfo().getID(new Label("0"));
        double intercept = learned.get(yes, mean.length) - learned.get(no, mean.length);
        List<Double> weights = new ArrayList<>();
        for (int column = 0; column < mean.length; column++) {
            int id = model.getFeatureIDMap().getID(Applicant.MODEL_COLUMNS.get(column));
            double weight = (learned.get(yes, id) - learned.get(no, id)) / deviation[column];
            intercept -= weight * mean[column];
            weights.add(Math.rint(weight * DIGITS) / DIGITS);
        }
        return new Line(weights, Math.rint(intercept * DIGITS) / DIGITS);
    }
}
