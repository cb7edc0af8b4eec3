<?php
require __DIR__ . '/support/autoload.php';
psr4(['Carbon\\' => 'carbon/src/Carbon', 'Cake\\Chronos\\' => 'chronos/src', 'Symfony\\Component\\Translation\\' => 'symfony-translation', 'Symfony\\Contracts\\' => 'symfony-contracts', 'Faker\\' => 'faker/src/Faker']);
eval('namespace Psr\Clock; interface ClockInterface { public function now(): \DateTimeImmutable; }');
eval('namespace Symfony\Component\Clock; interface ClockInterface extends \Psr\Clock\ClockInterface { public function sleep(float|int $seconds): void; public function withTimeZone(\DateTimeZone|string $timezone): static; } class DatePoint extends \DateTimeImmutable {}');
files('symfony-contracts/Deprecation/function.php');
date_default_timezone_set('UTC');

use Cake\Chronos\{Chronos, ChronosDate};

title('chronos');
Chronos::setTestNow(Chronos::create(2024, 2, 29, 13, 45, 10));
$now = Chronos::now();
show('now', fn () => [(string) $now, $now->addMonths(12)->toDateString(), $now->addMonthsWithOverflow(12)->toDateString(), $now->subDays(3)->format('l jS F Y'), $now->startOfWeek()->toDateTimeString(), $now->endOfMonth()->toDateTimeString(), $now->next(Chronos::FRIDAY)->toDateString(), $now->lastOfQuarter()->toDateString(), $now->isLeapYear(), $now->isWeekend(), $now->quarter, $now->dayOfYear, $now->weekOfYear, $now->daysInMonth]);
show('differences', fn () => [$now->diffForHumans($now->addDays(3)), $now->subYears(2)->diffForHumans(), $now->diffInDays(Chronos::create(2024, 12, 25)), $now->diffInWeekdays($now->addDays(14)), $now->subSeconds(5)->diffForHumans(), $now->addWeeks(5)->diffForHumans(null, true), $now->diffInMonths($now->addDays(100))]);
show('compare', fn () => [$now->greaterThan($now->subDays(1)), $now->between($now->subDays(1), $now->addDays(1)), $now->closest($now->addDays(1), $now->subDays(3))->toDateString(), $now->min($now->subDays(1))->toDateString(), $now->isSameDay($now->addHours(1)), $now->isYesterday(), $now->isBirthday(Chronos::create(1980, 2, 29))]);
show('parse', fn () => [(string) Chronos::parse('first monday of january 2025'), (string) new ChronosDate('2020-05-06 23:00'), (string) Chronos::createFromFormat('d/m/Y H:i', '21/05/1975 22:30'), Chronos::parse('2024-01-01', 'Europe/Paris')->toIso8601String(), Chronos::createFromTimestamp(1e9)->toRfc2822String()]);
show('bad', fn () => Chronos::parse('not a date at all'));
show('setters', fn () => [(string) $now->year(2000)->month(1)->day(31)->hour(0), (string) $now->setTimezone('America/New_York'), (string) $now->modify('+1 week 2 days'), $now->toAtomString(), $now->toCookieString(), json_encode($now)]);
title('carbon');
foreach ([Carbon\Carbon::class, Carbon\CarbonImmutable::class] as $class) {
    $class::setTestNow($class::create(2024, 2, 29, 13, 45, 10, 'UTC'));
    $c = $class::now();
    show($class, fn () => [(string) $c, $c->copy()->addMonth()->toDateString(), $c->copy()->addYearNoOverflow()->toDateString(), $c->copy()->startOfQuarter()->toDateTimeString(), $c->copy()->endOfDay()->format('Y-m-d H:i:s.u'), $c->isoFormat('dddd D MMMM YYYY, h:mm A'), $c->dayName, $c->monthName, $c->age, $c->isSaturday(), $c->copy()->nextWeekday()->toDateString(), $c->weekOfYear, $c->quarter, $c->decade, $c->toIso8601ZuluString(), $c->copy()->roundHour()->toTimeString(), $c->copy()->floorMinutes(15)->toTimeString()]);
    show('humans', fn () => [$c->copy()->subDays(3)->diffForHumans(), $c->copy()->addMinutes(90)->diffForHumans(), $c->copy()->subYears(5)->diffForHumans(['parts' => 3, 'short' => true]), $c->diffForHumans($c->copy()->addDays(40), ['parts' => 2]), (int) $c->diffInDays($c->copy()->addDays(40)), $c->copy()->addWeekdays(10)->toDateString()]);
    show('factory', fn () => [(string) $class::parse('tomorrow 10am'), (string) $class::createFromFormat('Y-m-d', '2020-01-31')->startOfDay(), (string) $class::create(2020, 2, 30), (string) $class::parse('@86400'), $class::parse('2020-01-01 12:00', 'Asia/Tokyo')->tz('UTC')->toDateTimeString()]);
    show('unsafe', fn () => $class::createSafe(2020, 13, 1));
    show('unknown', fn () => $c->nonsense());
}
show('interval', fn () => [(string) Carbon\CarbonInterval::make('3 days 4 hours'), Carbon\CarbonInterval::days(40)->cascade()->forHumans(), Carbon\CarbonInterval::fromString('1w 2h')->spec(), Carbon\CarbonInterval::hours(50)->totalMinutes, Carbon\CarbonInterval::create(1, 2, 0, 3)->forHumans(['parts' => 2])]);
show('period', fn () => array_map(fn ($d) => $d->toDateString(), Carbon\CarbonPeriod::create('2024-02-26', '2 days', '2024-03-03')->toArray()));
show('filtered', fn () => array_map(fn ($d) => $d->format('D j'), iterator_to_array(Carbon\CarbonPeriod::between('2024-02-26', '2024-03-06')->filter(fn ($d) => $d->isWeekday()), false)));
show('locale', fn () => [Carbon\Carbon::now()->locale('de')->isoFormat('LLLL'), Carbon\Carbon::now()->locale('fr')->subDays(2)->diffForHumans(), Carbon\Carbon::now()->locale('ru')->subDays(5)->diffForHumans()]);
Carbon\Carbon::macro('shout', fn () => strtoupper($this->format('D')));
show('macro', fn () => Carbon\Carbon::now()->shout());
title('faker');
error_reporting(E_ALL & ~E_DEPRECATED);
$faker = Faker\Factory::create('en_US');
$faker->seed(1234);
foreach (['name', 'firstName', 'address', 'city', 'email', 'safeEmail', 'userName', 'word', 'sentence', 'paragraph', 'randomDigit', 'boolean', 'uuid', 'ipv4', 'url', 'company', 'bs', 'catchPhrase', 'phoneNumber', 'creditCardType', 'hexColor', 'md5', 'slug', 'colorName', 'iban', 'isbn13', 'userAgent', 'fileExtension', 'latitude', 'currencyCode', 'macAddress', 'swiftBicNumber', 'emoji'] as $what) show($what, fn () => $faker->$what);
show('more', fn () => [$faker->randomElement(['a', 'b', 'c']), $faker->numberBetween(5, 50), $faker->randomFloat(2, 0, 10), $faker->words(3, true), $faker->shuffle('abcdef'), $faker->numerify('##-%%'), $faker->lexify('???'), $faker->bothify('#?#?'), $faker->regexify('[A-Z]{3}[0-4]\d'), $faker->randomElements(range(1, 9), 3), $faker->unique()->randomDigit, $faker->optional(0.5)->word, $faker->text(60)]);
foreach (['de_DE', 'fr_FR', 'ja_JP', 'cs_CZ'] as $locale) { $f = Faker\Factory::create($locale); $f->seed(7); show($locale, fn () => [$f->name, $f->address, $f->phoneNumber]); }
