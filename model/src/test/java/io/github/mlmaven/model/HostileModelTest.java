package io.github.mlmaven.model;

import static io.github.mlmaven.model.HostileJar.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.github.mlmaven.api.MlException;
import io.github.mlmaven.api.Task;
import io.github.mlmaven.text.Mutations;
import java.nio.ByteBuffer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.common.xgboost.protos.XGBoostModelProto;
import org.tribuo.protos.core.ModelProto;

/** What was tried on the files of models, by name. The memory is that of the module's tests, 256 MB. */
class HostileModelTest {

    @ParameterizedTest
    @ValueSource(strings = {"2147483647", "65537", "-2147483648", "0x10", "", "99999999999999999999"})
    void a_number_of_labels_that_no_booster_has_is_refused_before_memory_is_taken(String classes) {
        assertTreesRefused("softprob", booster -> HostileBooster.withText(booster, "num_class", classes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "[NaN,0,0]", "[1E0,2E0]", "Infinity", "[", "", "[3E38,0,0]"})
    void a_base_score_that_is_no_number_is_refused(String score) {
        assertTreesRefused("softprob", booster -> HostileBooster.withText(booster, "base_score", score));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x7fc00000, 0x7f800000, 0xff800000, 0x7f7fffff})
    void a_leaf_that_is_no_number_or_makes_the_sum_none_is_refused(int bits) {
        assertTreesRefused("trees", booster -> {
            byte[] changed = booster.clone();
            ByteBuffer numbers = ByteBuffer.wrap(changed);
            // Behind "[$d#L" comes the count; the last node is a leaf.
            int count = HostileBooster.after(booster, "split_conditions") + 5;
            int last = Math.toIntExact(numbers.getLong(count)) - 1;
            numbers.putInt(count + Long.BYTES + last * Float.BYTES, bits);
            return changed;
        });
    }

    @Test
    void megabytes_of_empty_arrays_take_no_memory() {
        byte[] arrays = repeated("[]", 50 << 20);
        byte[] array = Mutations.spliced(bytes("[]"), 1, 1, arrays);
        byte[] booster = booster("trees");
        int at = HostileBooster.after(booster, "attributes");

        TreePredictor read = TreePredictor.of(Mutations.spliced(booster, at, at + 2, array), Task.REGRESSION);

        assertThat(read.features()).isEqualTo(3);
    }

    @Test
    void megabytes_of_members_take_no_memory() {
        byte[] members = repeated("i\u0001aT", 50 << 20);
        byte[] object = Mutations.spliced(members, members.length, members.length, bytes("}"));
        byte[] whole = Mutations.spliced(object, 0, 0, bytes("{"));

        assertThatThrownBy(() -> TreePredictor.of(whole, Task.REGRESSION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("byte 9 of the UBJSON: the key 'a' a second time");
    }

    @Test
    void megabytes_of_fields_of_two_bytes_take_no_memory() {
        SmallModel small = SmallModel.named("softmax");

        assertThatThrownBy(() ->
                        MlModel.of(small.manifest(), small.file(Bundle.ENCODER), repeated("\u001a\u0000", 50 << 20)))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("model.pb cannot be read as a classification model: a model of the class .");
    }

    @Test
    void megabytes_of_boosters_and_of_features_take_no_memory() {
        byte[] boosters = repeated("\u001a\u0000", 50 << 20);
        byte[] model = ModelProto.newBuilder()
                .setClassName("org.tribuo.common.xgboost.XGBoostModel")
                .setSerializedData(Any.newBuilder()
                        .setTypeUrl("type.googleapis.com/tribuo.common.xgboost.XGBoostModelProto")
                        .setValue(UnsafeByteOperations.unsafeWrap(boosters)))
                .build()
                .toByteArray();
        SmallModel small = SmallModel.named("trees");

        assertThatThrownBy(() -> MlModel.of(small.manifest(), small.file(Bundle.ENCODER), model))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith(
                        "model.pb cannot be read as a regression model: 26214400 boosters in the place of one.");
    }

    private static void assertTreesRefused(String kind, UnaryOperator<byte[]> change) {
        SmallModel small = SmallModel.named(kind);
        byte[] changed = SmallModel.trees(change.apply(booster(kind))).toByteArray();

        assertThatThrownBy(() -> MlModel.of(small.manifest(), small.file(Bundle.ENCODER), changed))
                .isInstanceOf(MlException.class)
                .hasMessageStartingWith("model.pb cannot be read as a ");
    }

    private static byte[] booster(String kind) {
        try {
            return ModelProto.parseFrom(SmallModel.named(kind).file(Bundle.MODEL))
                    .getSerializedData()
                    .unpack(XGBoostModelProto.class)
                    .getModels(0)
                    .toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] repeated(String part, int length) {
        byte[] all = new byte[length / part.length() * part.length()];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) part.charAt(i % part.length());
        }
        return all;
    }
}
