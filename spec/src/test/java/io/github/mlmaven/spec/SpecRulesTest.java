package io.github.mlmaven.spec;

import org.junit.jupiter.api.Test;

/** What must hold between keys. */
class SpecRulesTest extends SpecReading {

    @Test
    void a_label_that_is_no_column_is_named() {
        fails(
                SMALL.replace("label: price", "label: prize"),
                "model.yaml line 4, column 3: no column 'prize' in the schema. Did you mean 'price'? Name one of carat,"
                        + " price.");
    }

    @Test
    void a_gate_on_a_metric_of_another_task_is_refused() {
        fails(
                SMALL + "gates:\n  - {metric: accuracy, min: 0.9}\n",
                "model.yaml line 9, column 6: the metric accuracy is of the task classification, this model's task is"
                        + " regression. Choose one of rmse, mae, median-absolute-error, mape, r2, bias, mse, smape, explained-variance, max-error, pinball, within, within-share.");
    }

    @Test
    void a_gate_that_bounds_nothing_is_refused() {
        fails(
                SMALL + "gates:\n  - {metric: rmse}\n",
                "model.yaml line 9, column 5: the gate for rmse bounds nothing. Set min, max, baseline or, of slices, max-gap or"
                        + " min-ratio.");
    }

    @Test
    void a_gate_on_slices_that_are_not_made_is_refused() {
        fails(
                SMALL + "gates:\n  - {metric: rmse, max: 1, slice: cut}\n",
                "model.yaml line 9, column 28: the gate is for slices of 'cut', which the evaluation does not make. Add it to"
                        + " evaluate.slices.");
    }

    @Test
    void a_parameter_out_of_range_is_refused() {
        fails(
                SMALL + "train: {parameters: {rounds: 0}}\n",
                "model.yaml line 8, column 22: the parameter rounds is '0'. Write a whole number from 1 to 100000.");
    }

    @Test
    void an_unknown_parameter_is_refused() {
        fails(
                SMALL + "train: {trainer: linear-regression, parameters: {alfa: 1}}\n",
                "model.yaml line 8, column 50: the trainer linear-regression has no parameter 'alfa'. Did you mean 'alpha'?"
                        + " Choose from alpha, l1-ratio, iterations, tolerance.");
    }

    @Test
    void an_unknown_trainer_is_refused_with_the_nearest() {
        fails(
                SMALL + "train: {trainer: xgbost}\n",
                "model.yaml line 8, column 18: 'train.trainer' is 'xgbost'. Did you mean 'xgboost'? Write one of xgboost,"
                        + " random-forest, linear-regression.");
    }

    @Test
    void a_trainer_of_another_task_is_refused() {
        fails(
                SMALL + "train: {trainer: logistic-regression}\n",
                "model.yaml line 8, column 9: the trainer logistic-regression cannot do regression. Choose one of xgboost,"
                        + " random-forest, linear-regression.");
    }

    @Test
    void an_unknown_metric_is_refused_with_the_nearest() {
        fails(
                SMALL + "gates:\n  - {metric: rsme, max: 1}\n",
                "model.yaml line 9, column 14: 'metric' in entry 1 of 'gates' is 'rsme'. Did you mean 'rmse'? Write one of rmse, mae,"
                        + " median-absolute-error, mape, r2, bias, mse, smape, explained-variance, max-error, pinball, within, within-share.");
    }

    @Test
    void early_stopping_without_validation_rows_is_refused() {
        fails(
                SMALL + "train: {parameters: {early-stopping: 5}}\n",
                "model.yaml line 8, column 22: early stopping needs validation rows, and data.split.validation is 0. Set"
                        + " data.split.validation, such as 0.1.");
    }

    @Test
    void a_share_over_one_is_refused() {
        fails(
                SMALL.replace("label: price", "label: price\n  split: {test: 120%}"),
                "model.yaml line 5, column 17: A share of 1.2 is out of range. Write a number from 0 to 1, or 0% to 100%.");
    }

    @Test
    void a_label_of_the_wrong_type_is_refused() {
        fails(
                SMALL.replace("task: regression", "task: classification"),
                "model.yaml line 4, column 3: the label 'price' is of type number, the task is classification. A"
                        + " classification predicts a category or a boolean.");
    }
}
