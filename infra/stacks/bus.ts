import { type App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus, IncludeDetail, Level } from 'aws-cdk-lib/aws-events';
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource, LogGroup } from 'aws-cdk-lib/aws-logs';
import { busArn, busName, stackName } from '../names.ts';
import type { Stage } from '../stages.ts';

/**
 * The bus that carries facts from the outbox to their subscribers. No archive: the outbox keeps what was not published,
 * queues keep what was not handled. Deliveries that fail are logged without the fact's detail.
 */
export class BusStack extends Stack {
  constructor(app: App, stage: Stage) {
    super(app, stackName(stage, 'bus'), { env: { account: stage.account, region: stage.region } });
    const bus = new EventBus(this, 'Bus', {
      eventBusName: busName(stage),
      logConfig: { level: Level.ERROR, includeDetail: IncludeDetail.NONE },
    });
    bus.applyRemovalPolicy(RemovalPolicy.RETAIN);
    const log = new LogGroup(this, 'Failures', {
      logGroupName: `/aws/vendedlogs/events/${busName(stage)}`,
      retention: stage.retention.logDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const name = `${busName(stage)}-failures`;
    const source = new CfnDeliverySource(this, 'Source', { name, logType: 'ERROR_LOGS', resourceArn: busArn(stage) });
    source.node.addDependency(bus);
    const destination = new CfnDeliveryDestination(this, 'Destination', {
      name,
      destinationResourceArn: log.logGroupArn,
    });
    const delivery = new CfnDelivery(this, 'Delivery', {
      deliverySourceName: name,
      deliveryDestinationArn: `arn:aws:logs:${stage.region}:${stage.account}:delivery-destination:${name}`,
    });
    delivery.node.addDependency(source, destination);
  }
}
