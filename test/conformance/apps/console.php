<?php
require __DIR__ . '/support/autoload.php';
psr4(['Symfony\\Polyfill\\Intl\\Normalizer\\' => 'symfony-polyfill/src/Intl/Normalizer', 'Symfony\\Polyfill\\Intl\\Grapheme\\' => 'symfony-polyfill/src/Intl/Grapheme', 'Symfony\\Component\\Console\\' => 'symfony-console', 'Symfony\\Component\\String\\' => 'symfony-string', 'Symfony\\Contracts\\' => 'symfony-contracts', 'Psr\\Container\\' => 'psr-container/src', 'Psr\\Log\\' => 'psr-log/src', 'Symfony\\Component\\EventDispatcher\\' => 'symfony-event-dispatcher', 'Psr\\EventDispatcher\\' => 'psr-event-dispatcher/src']);
files('symfony-polyfill/src/Intl/Normalizer/bootstrap80.php', 'symfony-polyfill/src/Intl/Grapheme/bootstrap.php', 'symfony-string/Resources/functions.php');
classmap('symfony-polyfill/src/Intl/Normalizer/Resources/stubs');

use Symfony\Component\Console\{Application, Command\Command, Formatter\OutputFormatter, Formatter\OutputFormatterStyle, Input\ArgvInput, Input\ArrayInput, Input\InputArgument, Input\InputDefinition, Input\InputInterface, Input\InputOption, Input\StringInput, Output\BufferedOutput, Output\OutputInterface, Style\SymfonyStyle, Tester\CommandTester};
use Symfony\Component\Console\Attribute\AsCommand;
use Symfony\Component\Console\Helper\{ProgressBar, Table, TableCell, TableSeparator, TreeHelper, FormatterHelper};

putenv('COLUMNS=100');
#[AsCommand(name: 'app:greet', description: 'Greets somebody')]
class Greet extends Command
{
    protected function configure(): void
    {
        $this->addArgument('name', InputArgument::REQUIRED, 'Who?')->addArgument('others', InputArgument::IS_ARRAY, 'More')->addOption('yell', 'y', InputOption::VALUE_NONE, 'Loudly')->addOption('times', 't', InputOption::VALUE_REQUIRED, 'How often', 1)->addOption('tag', null, InputOption::VALUE_IS_ARRAY | InputOption::VALUE_OPTIONAL, 'Tags', ['a'])->addOption('color', null, InputOption::VALUE_NEGATABLE, 'Colours')->setHelp('The <info>%command.name%</info> command greets.')->setAliases(['hi']);
    }
    protected function execute(InputInterface $in, OutputInterface $out): int
    {
        $text = 'Hello ' . implode(' and ', [$in->getArgument('name'), ...$in->getArgument('others')]);
        for ($i = 0; $i < $in->getOption('times'); $i++) $out->writeln($in->getOption('yell') ? "<error>" . strtoupper($text) . '</error>' : "<info>$text</info>");
        $out->writeln(json_encode([$in->getOption('tag'), $in->getOption('color')]), OutputInterface::VERBOSITY_VERBOSE);
        return strlen($text) > 30 ? Command::FAILURE : Command::SUCCESS;
    }
}
$app = new Application('Demo', '1.2.3');
$app->setAutoExit(false);
$app->add(new Greet());
$app->register('fail')->setDescription('Throws')->setCode(function () { throw new RuntimeException("Something\nbroke"); });
foreach (['list', '--version', 'app:greet Ann', 'hi Bob Carl -y -t2', 'app:greet', 'app:gret X', 'help app:greet', 'app:greet --nope X', 'fail', 'app:g X -v --tag=x --tag', 'app:greet "two words" --no-color --ansi', 'list --raw', 'list --format=json', 'a X Y Z "a very long name indeed it is"', 'app:greet X --times', 'list --format=md'] as $line) {
    $out = new BufferedOutput();
    $status = $app->run(new StringInput($line), $out);
    title("$line => $status");
    echo preg_replace('/at line \d+|In [\w.]+ line \d+:/', 'In F:', $out->fetch());
}
title('definitions');
$d = new InputDefinition([new InputArgument('a'), new InputOption('b', 'B', InputOption::VALUE_OPTIONAL, '', 'd')]);
echo $d->getSynopsis(), "\n";
show('argv', fn () => [($i = new ArgvInput(['x', 'v', '-Bq'], $d))->getArguments(), $i->getOptions(), (string) $i]);
show('array', fn () => (string) new ArrayInput(['a' => "it's", '--b' => 'two words']));
show('too many', fn () => new ArgvInput(['x', '1', '2'], $d));
show('bad', fn () => new InputOption('b', '', InputOption::VALUE_NONE, '', 5));
title('formatter');
$f = new OutputFormatter(true, ['fire' => new OutputFormatterStyle('red', '#ff0', ['bold'])]);
foreach (['<info>a</info>', '<fire>x <comment>y</> z</fire>', '<fg=green;options=underscore>u</>', 'plain \\<info>', '<href=https://x.y>link</>', '<unknown>z</unknown>', '<bg=bright-blue>b</>', '<info>unclosed'] as $t) show($t, fn () => $f->format($t));
show('wrap', fn () => $f->formatAndWrap('<info>some long text here</info> and more of it', 10));
show('incorrect', fn () => $f->format('<info>a</comment>'));
title('tables');
foreach (['default', 'box', 'compact', 'borderless', 'symfony-style-guide', 'box-double'] as $style) {
    $out = new BufferedOutput();
    (new Table($out))->setStyle($style)->setHeaders(['ISBN', 'Title', 'Author'])->setRows([['99921-58-10-7', 'Divine Comedy', 'Dante'], new TableSeparator(), ['9971-5', new TableCell('<info>spanning</info>', ['colspan' => 2])], ["multi\nline", 'é wide 漢字', '']])->setColumnMaxWidth(1, 10)->setFooterTitle('Foot')->render();
    echo $out->fetch();
}
title('style');
$out = new BufferedOutput(OutputInterface::VERBOSITY_NORMAL, true);
$io = new SymfonyStyle(new ArrayInput([]), $out);
$io->title('T é'); $io->section('S'); $io->text(['a', 'b']); $io->listing(['x', 'y']); $io->success('done'); $io->error(['e1', 'e2']); $io->note('n'); $io->caution('c'); $io->table(['h'], [['r']]); $io->definitionList('t', ['k' => 'v']); $io->block(str_repeat('long words here ', 12), 'OK', 'fg=white', ' ! ', true);
echo $out->fetch();
$out = new BufferedOutput();
$bar = new ProgressBar($out, 10); $bar->setFormat('%current%/%max% [%bar%] %percent:3s%% %message%'); $bar->setMessage('m'); $bar->start(); $bar->advance(3); $bar->setProgress(7); $bar->finish();
echo $out->fetch(), "\n";
echo (new FormatterHelper())->formatSection('sec', 'msg'), (new FormatterHelper())->formatBlock(['a', 'bb'], 'error', true), (new FormatterHelper())->truncate('truncated text', 5), "\n";
$tester = new CommandTester($app->find('hi'));
show('tester', fn () => [$tester->execute(['name' => 'Z', '--yell' => true]), $tester->getDisplay()]);
